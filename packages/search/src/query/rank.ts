/** Puts what was found into the order of what was probably meant. */
import type { DatabaseSync } from 'node:sqlite';
import { isSyllable } from '@hanoi/core/shared/syllable';
import { LRUCache } from 'lru-cache';
import { openSaid } from '../replica/said.ts';
import { openSpellings } from '../replica/spellings.ts';
import { hasMarks } from '../text/words.ts';
import type { Candidate } from './candidates.ts';
import type { Corrector } from './correct.ts';
import { fitOf } from './fit.ts';
import type { Plan, Term } from './plan.ts';

/** So many are looked at closely; the rest keeps its first order. */
export const closely = 400;

/** A comment is found by chance more easily, and its subject is shown with it. */
const kindWeight: Record<string, number> = { comment: 0.8, solution: 0.95 };
/** What has synonyms or is a place says more than other words that are as rare. */
const concept = 1.2;

export type Ranker = {
  /** Scores the candidates and puts the best first; of more than are looked at closely, those at the front. */
  rank(candidates: readonly Candidate[], plan: Plan): Candidate[];
  /** How telling a term is: high for rare ones. */
  telling(term: Term): number;
};

/** How many texts there are, and what an English word is compared with. */
type Sizes = { texts: number; english: number };

/** The ranker over the replica in `db`. */
export function openRanker(
  db: DatabaseSync,
  { textsWith, isSpelling }: Pick<Corrector, 'textsWith' | 'isSpelling'>,
): Ranker {
  const said = openSaid(db);
  const spellings = openSpellings(db);
  const newest = db.prepare('SELECT max(n) AS docs FROM doc');
  // A weight hardly depends on them, and a question asks for hundreds of weights.
  const sizes = new LRUCache<'now', Sizes>({ max: 1, ttl: 1_000 });
  const sizesNow = (): Sizes => {
    const known = sizes.get('now');
    if (known) return known;
    const texts = Number(newest.get()!.docs ?? 0);
    // Among mostly Vietnamese texts every English word is rare: it is compared with how many are English.
    const now = { texts, english: Math.sqrt(texts * textsWith('and')) };
    sizes.set('now', now);
    return now;
  };

  /** Rare words tell more. What is found by what means the same counts as often as the commonest of these. */
  const telling = (term: Term): number => {
    const forms = [term.words, ...term.others];
    const docs = Math.max(...forms.map((words) => Math.min(...words.map(({ folded }) => textsWith(folded)))));
    const isEnglish = term.words.every(({ exact }) => !hasMarks({ exact, folded: exact }) && !isSyllable(exact));
    const { texts, english } = sizesNow();
    const all = isEnglish && term.others.length === 0 ? english : texts;
    const isConcept = term.others.length + term.wards.length > 0;
    return Math.log(1 + (all + 1) / (1 + docs)) * (isConcept ? concept : 1);
  };

  const rank: Ranker['rank'] = (candidates, plan) => {
    const fit = fitOf(plan, { telling, isSpelling, spellings });
    const looked = candidates.slice(0, closely);
    for (const one of looked) one.score = fit(said(one.n), one.ward) * weightOf(one);
    return [...looked.sort(byScore), ...candidates.slice(closely)];
  };
  return { rank, telling };
}

function weightOf({ kind, support }: Candidate): number {
  return (kindWeight[kind] ?? 1) * (1 + 0.03 * Math.log10(1 + support));
}

/** The order of results. */
export function byScore(a: Candidate, b: Candidate): number {
  return b.score - a.score || (a.id < b.id ? 1 : -1);
}
