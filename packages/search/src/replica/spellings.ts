/** Every spelling of a word has a number, so that texts are kept as numbers and compared without being split again. */
import type { DatabaseSync } from 'node:sqlite';
import { hasMarks, type Word } from '../text/words.ts';

export type Spellings = {
  /** The word that a number stands for. */
  word(number: number): Word;
  /** The numbers of all spellings of a folded word. */
  numbersOf(folded: string): number[];
  /** The numbers of one spelling, in small letters and in capitals. */
  numbersSpelt(exact: string): number[];
};

/** So many words are kept, some 15 MB. A number never means another word, so what is kept stays right. */
const mostKept = 100_000;
const gone: Word = { folded: '', exact: '' };

type Row = { exact: string; folded: string; capital: number };

/** The spellings in the replica in `db`. */
export function openSpellings(db: DatabaseSync): Spellings {
  const read = db.prepare('SELECT exact, folded, capital FROM spelling WHERE number = ?');
  const same = db.prepare('SELECT number FROM spelling WHERE folded = ?');
  const spelt = db.prepare('SELECT number FROM spelling WHERE exact = ?');
  const kept = new Map<number, Word>();
  return {
    word(number) {
      const known = kept.get(number);
      if (known) return known;
      const row = read.get(number) as Row | undefined;
      if (!row) return gone;
      const { exact, folded, capital } = row;
      const word: Word = capital ? { exact, folded, isCapital: true } : { exact, folded };
      if (kept.size >= mostKept) kept.clear();
      kept.set(number, word);
      return word;
    },
    numbersOf: (folded) => (same.all(folded) as { number: number }[]).map(({ number }) => number),
    numbersSpelt: (exact) => (spelt.all(exact) as { number: number }[]).map(({ number }) => number),
  };
}

export type Numbering = {
  /** The number of a word, a new one if it has none. */
  numberOf(word: Word): number;
  /** Forgets what it remembers: at the end of each transaction, as numbers may be rolled back or removed. */
  forget(): void;
};

/** Numbers the words of the replica that `db` writes. */
export function openNumbering(db: DatabaseSync): Numbering {
  const find = db.prepare('SELECT number FROM spelling WHERE exact = ? AND capital = ?');
  const put = db.prepare('INSERT INTO spelling (exact, folded, capital, marked) VALUES (?, ?, ?, ?) RETURNING number');
  const known = new Map<string, number>();
  return {
    numberOf(word) {
      const { exact, folded } = word;
      const capital = Number(word.isCapital ?? false);
      const key = `${exact} ${capital}`;
      let number = known.get(key);
      if (number === undefined) {
        const row = find.get(exact, capital) ?? put.get(exact, folded, capital, Number(hasMarks(word)));
        number = Number(row!.number);
        known.set(key, number);
      }
      return number;
    },
    forget: () => known.clear(),
  };
}
