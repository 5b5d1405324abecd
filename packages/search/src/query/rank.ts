/** Puts what was found into the order of what was probably meant. */
import type { DatabaseSync } from 'node:sqlite';
import { hasMarks, type Word, wordsIn } from '../text/words.ts';
import type { Candidate } from './candidates.ts';
import type { Plan } from './plan.ts';

/** So many of the best are looked at closely. */
const closely = 200;

/** A comment is found by chance more easily, and its subject is shown with it. */
const kindWeight: Record<string, number> = { comment: 0.3, organisation: 1.1 };
const sameMarks = 1.8;

export type Ranker = (candidates: readonly Candidate[], plan: Plan, exact: ReadonlySet<number>) => Candidate[];

/** The ranker over the replica in `db`. */
export function openRanker(db: DatabaseSync): Ranker {
  const titleOf = db.prepare('SELECT title FROM content WHERE n = ?');
  return (candidates, plan, exact) => {
    const words = plan.terms.flatMap((term) => term.words);
    const scored = candidates.map((candidate) => ({ ...candidate, score: firstScore(candidate, exact) }));
    scored.sort(byScore);
    for (const one of scored.slice(0, closely)) {
      if (one.kind === 'comment') continue;
      const title = (titleOf.get(one.n) as { title: string } | undefined)?.title;
      if (title) one.score *= titleWeight(words, wordsIn(title));
    }
    return scored.sort(byScore);
  };
}

function firstScore({ score, kind, support, n }: Candidate, exact: ReadonlySet<number>): number {
  return score * (kindWeight[kind] ?? 1) * (exact.has(n) ? sameMarks : 1) * (1 + 0.03 * Math.log10(1 + support));
}

/** A title that has all the words is probably it; one that has them in their order even more. */
function titleWeight(asked: readonly Word[], title: readonly Word[]): number {
  if (asked.length === 0) return 1;
  const has = (word: Word) =>
    title.some(({ folded, exact }) => folded === word.folded && (!hasMarks(word) || exact === word.exact));
  const share = asked.filter(has).length / asked.length;
  const spelt = ` ${title.map(({ folded }) => folded).join(' ')} `;
  const inOrder = asked.length > 1 && spelt.includes(` ${asked.map(({ folded }) => folded).join(' ')} `);
  return 1 + share * share + (inOrder ? 0.6 : 0);
}

function byScore(a: Candidate, b: Candidate): number {
  return b.score - a.score || (a.id < b.id ? 1 : -1);
}
