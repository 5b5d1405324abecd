/** Reads `data/synonyms.ts`: words that mean the same. */
import { synonymsText } from '../data/synonyms.ts';
import { hasMarks, type Word, wordsIn } from '../text/words.ts';

/** A phrase as it is typed, and the phrases that are looked for beside it. */
export type Synonym = {
  words: readonly Word[];
  others: readonly (readonly Word[])[];
  /** The same for all that mean the same; undefined for a phrase that is in no group. */
  concept: string | undefined;
};

let made: ReadonlyMap<string, Synonym[]> | undefined;

/** All phrases by their first folded word, the longest first. */
export function synonyms(): ReadonlyMap<string, Synonym[]> {
  made ??= make(synonymsText);
  return made;
}

type Entry = { words: readonly Word[]; others: Map<string, readonly Word[]>; concept?: string };

function make(text: string): Map<string, Synonym[]> {
  const all = new Map<string, Entry>();
  const entryOf = (phrase: string): Entry => {
    const words = wordsIn(phrase);
    const key = keyOfWords(words);
    const known = all.get(key) ?? { words, others: new Map() };
    all.set(key, known);
    return known;
  };
  const lines = linesOf(text);
  for (const { group = [] } of lines) {
    const entries = group.map(entryOf);
    for (const one of entries) {
      one.concept ??= entries.find(({ concept }) => concept)?.concept ?? group[0]!;
      for (const { words } of entries) one.others.set(keyOfWords(words), words);
    }
  }
  const groups = new Map([...all].map(([key, { others }]) => [key, [...others.values()]]));
  for (const { short, long } of lines) {
    if (short === undefined || long === undefined) continue;
    const { others } = entryOf(short);
    const words = wordsIn(long);
    // What means the same as the long form is found by the short one too.
    for (const one of [words, ...(groups.get(keyOfWords(words)) ?? [])]) others.set(keyOfWords(one), one);
  }
  for (const [key, { others }] of all) others.delete(key);
  const entries = Array.from(
    all.values(),
    ({ words, others, concept }): Synonym => ({ words, others: [...others.values()], concept }),
  );
  const byFirst = Map.groupBy(entries, ({ words }) => words[0]!.folded);
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
  return byFirst;
}

type Line = { group?: string[]; short?: string; long?: string };

/** The lines that say something: a group of phrases, or a short form with a long one. */
export function linesOf(text: string): Line[] {
  const lines = text.split('\n').map((line) => line.trim());
  return lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [short, long] = line.split('=>').map((part) => part.trim());
      return long === undefined ? { group: short!.split(',').map((phrase) => phrase.trim()) } : { short, long };
    });
}

/** Phrases with the same key are found by the same words. */
export function keyOf(phrase: string): string {
  return keyOfWords(wordsIn(phrase));
}

function keyOfWords(words: readonly Word[]): string {
  return words.map(({ exact, folded }) => (hasMarks({ exact, folded }) ? exact : folded)).join(' ');
}

/** Whether what was typed may stand for `meant`: with marks, only for the very word; without, for any. */
export function mayMean(typed: Word, meant: Word): boolean {
  if (typed.folded !== meant.folded) return false;
  return !hasMarks(typed) || typed.exact === meant.exact;
}
