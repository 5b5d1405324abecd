/** Puts what was found into the order of what was probably meant. */
import type { DatabaseSync } from 'node:sqlite';
import { isSyllable } from '@hanoi/core/shared/syllable';
import { LRUCache } from 'lru-cache';
import { hasMarks, wordsIn } from '../text/words.ts';
import type { Candidate } from './candidates.ts';
import type { Corrector } from './correct.ts';
import { fitOf, type Parts } from './fit.ts';
import type { Plan, Term } from './plan.ts';

/** So many of the best are looked at closely. */
const closely = 200;
/** So much of a long text is looked at, in characters. */
const longestLook = 1_500;
/** So many words of texts are kept: some 15 MB. */
const mostKept = 200_000;

/** A comment is found by chance more easily, and its subject is shown with it. */
const kindWeight: Record<string, number> = { comment: 0.8, solution: 0.95 };
/** What has synonyms or is a place says more than other words that are as rare. */
const concept = 1.2;
/** Before the closer look: texts that have all words with the marks that were typed. */
const sameMarks = 1.8;

export type Ranker = {
  /** The words of a text, in its parts. */
  partsOf(candidate: Candidate): Parts;
  /** The candidates with how well they fit, the best first; `exact` are the numbers of those spelt as typed. */
  rank(candidates: readonly Candidate[], plan: Plan, exact?: ReadonlySet<number>): Candidate[];
  /** How telling a term is: high for rare ones. */
  telling(term: Term): number;
};

type Kept = Omit<Parts, 'ward'> & { version: number };

/** The ranker over the replica in `db`. */
export function openRanker(
  db: DatabaseSync,
  { textsWith, isSpelling }: Pick<Corrector, 'textsWith' | 'isSpelling'>,
): Ranker {
  const partsOf = openParts(db);
  const size = db.prepare('SELECT max(n) AS docs FROM doc');

  /** Rare words tell more. What is found by what means the same counts as often as the commonest of these. */
  const telling = (term: Term): number => {
    const forms = [term.words, ...term.others];
    const docs = Math.max(...forms.map((words) => Math.min(...words.map(({ folded }) => textsWith(folded)))));
    // Among mostly Vietnamese texts every English word is rare: it is compared with how many are English.
    const isEnglish = term.words.every(({ exact }) => !hasMarks({ exact, folded: exact }) && !isSyllable(exact));
    const texts = Number(size.get()!.docs ?? 0);
    const all = isEnglish && term.others.length === 0 ? Math.sqrt(texts * textsWith('and')) : texts;
    const isConcept = term.others.length + term.wards.length > 0;
    return Math.log(1 + (all + 1) / (1 + docs)) * (isConcept ? concept : 1);
  };

  const rank: Ranker['rank'] = (candidates, plan, exact = new Set()) => {
    const fit = fitOf(plan, { telling, isSpelling });
    const scored = candidates.map((candidate) => ({ ...candidate, score: firstScore(candidate, exact) }));
    scored.sort(byScore);
    const highest = scored[0]?.score || 1;
    for (const [index, one] of scored.entries()) {
      const before = (one.score / highest) * 0.05;
      one.score = (index < closely ? fit(partsOf(one)) * weightOf(one) : 0) + before;
    }
    return scored.sort(byScore);
  };
  return { rank, telling, partsOf };
}

function firstScore({ score, kind, n }: Candidate, exact: ReadonlySet<number>): number {
  return score * (kind === 'comment' ? 0.3 : 1) * (exact.has(n) ? sameMarks : 1);
}

function weightOf({ kind, support }: Candidate): number {
  return (kindWeight[kind] ?? 1) * (1 + 0.03 * Math.log10(1 + support));
}

/** Reads texts as they are compared. Those that were read are kept, as the same ones are found again and again. */
function openParts(db: DatabaseSync): (candidate: Candidate) => Parts {
  const read = db.prepare(
    `SELECT title, text, (SELECT group_concat(tag, ' · ') FROM doc_tag t WHERE t.n = c.n) AS tags FROM content c WHERE n = ?`,
  );
  const kept = new LRUCache<number, Kept>({ maxSize: mostKept, sizeCalculation: wordsOf });
  return ({ n, version, ward }) => {
    const known = kept.get(n);
    if (known?.version === version) return { ...known, ward };
    const row = read.get(n) as { title: string; text: string; tags: string | null } | undefined;
    const [summary = '', ...body] = (row?.text.slice(0, longestLook) ?? '').split(' … ');
    const [title, short, long] = [row?.title ?? '', summary, body.join(' ')].map(wordsIn);
    const words = [...title!, ...short!, ...long!];
    const parts = {
      ...{ version, title: title!, summary: short!, body: long!, tags: wordsIn(row?.tags ?? '') },
      isUnmarked: words.filter(hasMarks).length * 10 < words.length,
    };
    kept.set(n, parts);
    return { ...parts, ward };
  };
}

function wordsOf({ title, summary, body, tags }: Kept): number {
  return 1 + title.length + summary.length + body.length + tags.length;
}

/** The order of results. */
export function byScore(a: Candidate, b: Candidate): number {
  return b.score - a.score || (a.id < b.id ? 1 : -1);
}
