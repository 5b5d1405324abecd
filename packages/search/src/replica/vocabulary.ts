/**
 * The words that texts are made of, with how many texts have each: for correcting what is typed, and to know which words tell
 * much. Counted as texts come; what leaves is not taken off again, as nothing needs these numbers exactly.
 */
import type { DatabaseSync } from 'node:sqlite';
import { soundOf } from '../text/syllable.ts';
import { unmarked, type Word } from '../text/words.ts';

export type Vocabulary = {
  /** Counts the words of one text. */
  add(words: readonly Word[]): void;
  /** Writes what was counted since; within the caller's transaction. */
  save(): void;
};

/** Words of fewer letters have too many neighbours. */
const shortestCorrected = 3;
const longestCorrected = 20;

/** The vocabulary of the replica that `db` writes. */
export function openVocabulary(db: DatabaseSync): Vocabulary {
  const count = db.prepare(
    'INSERT INTO word (word, folded, sound, docs) VALUES (?, ?, ?, ?) ON CONFLICT (word) DO UPDATE SET docs = docs + excluded.docs RETURNING docs',
  );
  const putWithout = db.prepare('INSERT OR IGNORE INTO word_without (without, word) VALUES (?, ?)');
  const counted = new Map<string, { folded: string; docs: number }>();

  return {
    add(words) {
      const seen = new Set<string>();
      for (const { folded, exact } of words)
        for (const form of folded === exact ? [folded] : [folded, exact]) {
          if (seen.has(form)) continue;
          seen.add(form);
          const known = counted.get(form);
          if (known) known.docs++;
          else counted.set(form, { folded, docs: 1 });
        }
    },
    save() {
      for (const [word, { folded, docs }] of counted) {
        const isFolded = word === folded;
        const row = count.get(word, folded, isFolded ? soundOf(word) : '', docs) as { docs: number };
        if (row.docs === docs && isFolded) for (const without of withoutOne(word)) putWithout.run(without, word);
      }
      counted.clear();
    },
  };
}

/** The word itself, and the word without each one of its letters: two words with one in common differ by a slip. */
export function withoutOne(word: string): string[] {
  if (word.length < shortestCorrected || word.length > longestCorrected || /\d/.test(word)) return [];
  const letters = [...unmarked(word)];
  return [...new Set([word, ...letters.map((_, index) => letters.toSpliced(index, 1).join(''))])];
}
