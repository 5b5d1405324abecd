/** What a thing says, as the numbers of its words: a search compares hundreds of texts, and must not split each of them again. */
import type { DatabaseSync } from 'node:sqlite';
import { hasMarks, type PlacedWord, type Word } from '../text/words.ts';
import { openNumbering } from './spellings.ts';

export type Numbers = Uint16Array | Uint32Array;

/** The words of a thing's parts. */
export type Said = {
  title: Numbers;
  tags: Numbers;
  summary: Numbers;
  body: Numbers;
  /** Written without marks throughout, as on a phone. */
  isUnmarked: boolean;
};

/** So much of summary and body is kept, in characters: what matters is said first. */
const longestLook = 1_500;

const none = new Uint16Array();
const nothing: Said = { title: none, tags: none, summary: none, body: none, isUnmarked: true };

/** Reads what things say from the replica in `db`, by their numbers; nothing for what has just gone. */
export function openSaid(db: DatabaseSync): (n: number) => Said {
  const read = db.prepare('SELECT wide, words FROM said WHERE n = ?');
  read.setReturnArrays(true);
  return (n) => {
    const row = read.get(n) as unknown as [number, Uint8Array] | undefined;
    return row ? partsIn(...row) : nothing;
  };
}

/** Before the words stand whether the text has no marks, and how many words title, tags and summary have. */
const head = 4;

function partsIn(wide: number, { buffer, byteOffset, byteLength }: Uint8Array): Said {
  const all = wide
    ? new Uint32Array(buffer, byteOffset, byteLength / 4)
    : new Uint16Array(buffer, byteOffset, byteLength / 2);
  const tags = head + all[1]!;
  const summary = tags + all[2]!;
  const body = summary + all[3]!;
  return {
    title: all.subarray(head, tags),
    tags: all.subarray(tags, summary),
    summary: all.subarray(summary, body),
    body: all.subarray(body),
    isUnmarked: all[0] === 1,
  };
}

export type SaidWriter = {
  put(n: number, parts: { title: PlacedWord[]; tags: PlacedWord[]; summary: PlacedWord[]; body: PlacedWord[] }): void;
  remove(n: number): void;
  /** To be called at the end of each transaction. */
  forget(): void;
};

/** Writes what things say into the replica in `db`. */
export function openSaidWriter(db: DatabaseSync): SaidWriter {
  const { numberOf, forget } = openNumbering(db);
  const write = db.prepare('INSERT OR REPLACE INTO said (n, wide, words) VALUES (?, ?, ?)');
  const drop = db.prepare('DELETE FROM said WHERE n = ?');
  return {
    put(n, { title, tags, ...text }) {
      // A text without a summary is as telling as one.
      const [summary, body] = shortened(text.summary.length > 0 ? [text.summary, text.body] : [text.body, []]);
      const told = [...title, ...summary, ...body];
      const isUnmarked = told.filter(hasMarks).length * 10 < told.length;
      const numbers = [...title, ...tags, ...summary, ...body].map(numberOf);
      const all = [Number(isUnmarked), title.length, tags.length, summary.length, ...numbers];
      const isWide = all.some((number) => number > 0xffff);
      const packed = isWide ? Uint32Array.from(all) : Uint16Array.from(all);
      write.run(n, Number(isWide), new Uint8Array(packed.buffer));
    },
    remove: (n) => drop.run(n),
    forget,
  };
}

function shortened([summary, body]: [PlacedWord[], PlacedWord[]]): [Word[], Word[]] {
  const short = summary.filter(({ end }) => end <= longestLook);
  // Numbers stand for the first words of a text, so that the place of each can be found in it.
  const left = short.length < summary.length ? 0 : longestLook - (short.at(-1)?.end ?? 0);
  return [short, body.filter(({ end }) => end <= left)];
}
