/** What somebody meant who typed a word that no text has, and what sounds like a word. */
import type { DatabaseSync } from 'node:sqlite';
import { distance } from 'fastest-levenshtein';
import { withoutOne } from '../replica/vocabulary.ts';
import { soundOf } from '../text/syllable.ts';
import { typedAs } from '../text/typing.ts';
import { hasMarks, type Word } from '../text/words.ts';
import type { Term } from './plan.ts';

export type Corrector = {
  /** How many texts have a folded word, about. */
  textsWith(folded: string): number;
  /** For words that stand nowhere: what was meant, the likeliest first. Nothing for words that stand somewhere. */
  meant(term: Term): readonly string[];
  /** What sounds like it or differs by one letter, for when the word itself finds too little. */
  nearly(term: Term): readonly string[];
  /** A folded word as most texts spell it. */
  spelt(folded: string): string;
};

const mostVariants = 3;
/** A word that fewer texts have may be a slip itself. */
const fewTexts = 2;

type Candidate = { word: string; docs: number };

/** The corrector for the texts of the replica in `db`. */
export function openCorrector(db: DatabaseSync): Corrector {
  const count = db.prepare('SELECT docs FROM word WHERE word = ?');
  const near = db.prepare(
    'SELECT DISTINCT w.word, w.docs FROM word_without x JOIN word w ON w.word = x.word WHERE x.without = ? ORDER BY w.docs DESC LIMIT 40',
  );
  const alike = db.prepare('SELECT word, docs FROM word WHERE sound = ? ORDER BY docs DESC LIMIT 20');
  const commonest = db.prepare('SELECT word FROM word WHERE folded = ? ORDER BY docs DESC LIMIT 2');

  const textsWith = (folded: string) => (count.get(folded) as { docs: number } | undefined)?.docs ?? 0;

  const neighbours = (word: string): string[] => {
    const found = new Map<string, number>();
    const add = (rows: Candidate[]) => {
      for (const { word: other, docs } of rows) if (other !== word && docs >= fewTexts) found.set(other, docs);
    };
    add(alike.all(soundOf(word)) as Candidate[]);
    for (const without of withoutOne(word)) add(near.all(without) as Candidate[]);
    const most = word.length > 7 ? 2 : 1;
    return [...found]
      .map(([other, docs]) => ({ other, likely: likelihood(word, other, docs, most) }))
      .filter(({ likely }) => likely > 0)
      .sort((a, b) => b.likely - a.likely)
      .slice(0, mostVariants)
      .map(({ other }) => other);
  };

  return {
    textsWith,
    meant(term) {
      const word = onlyWord(term);
      if (!word || textsWith(word.folded) > 0) return [];
      const typed = typedAs(word.folded);
      return typed && textsWith(typed) > 0 ? [typed] : neighbours(word.folded);
    },
    nearly(term) {
      const word = onlyWord(term);
      if (!word) return [];
      const typed = typedAs(word.folded);
      return [...(typed ? [typed] : []), ...neighbours(word.folded)];
    },
    spelt(folded) {
      const [first, second] = commonest.all(folded) as { word: string }[];
      // The folded form counts all spellings together, so it comes first unless the word has no marks at all.
      return second && first?.word === folded ? second.word : (first?.word ?? folded);
    },
  };
}

function onlyWord({ words, isPhrase }: Term): Word | undefined {
  return isPhrase || words.length !== 1 || words[0]!.folded.length < 3 ? undefined : words[0];
}

/** What sounds the same was meant more often than what differs by a letter; a common word more often than a rare one. */
function likelihood(word: string, other: string, docs: number, most: number): number {
  const isSound = soundOf(word) === soundOf(other);
  const steps = distance(word, other);
  // Two letters that changed places are one slip.
  const isSwap = steps === 2 && word.length === other.length && [...word].sort().join() === [...other].sort().join();
  if (!isSound && !isSwap && steps > most) return 0;
  const close = isSound ? 4 : steps <= 1 || isSwap ? 2 : 1;
  const sameStart = word[0] === other[0] ? 1.5 : 1;
  return close * sameStart * Math.log2(2 + docs);
}

/** Whether the question has a word with marks: then what has the same marks is meant first. */
export function isMarked(terms: readonly Term[]): boolean {
  return terms.some(({ words }) => words.some(hasMarks));
}
