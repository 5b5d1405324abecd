/** Answers a search: reads the question, finds, ranks, counts, and shows one page. */
import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { SearchRequest } from '@hanoi/core/search/port';
import { longestQuestion, mostResults, type SearchAnswer } from '@hanoi/core/search/schema';
import { AppError } from '@hanoi/core/shared/app-error';
import { decodeCursor, encodeCursor } from '@hanoi/core/shared/page';
import { LRUCache } from 'lru-cache';
import { type Candidate, type Found, mostCandidates, openFinder } from '../query/candidates.ts';
import { isMarked, openCorrector } from '../query/correct.ts';
import { facetsOf, passes } from '../query/facets.ts';
import type { Wanted } from '../query/mark.ts';
import { allButOneMatch, anyMatch, exactMatch, planMatch, type Variants } from '../query/match.ts';
import type { Filter } from '../query/narrow.ts';
import { type Plan, planOf } from '../query/plan.ts';
import { openRanker } from '../query/rank.ts';
import type { FoundReader } from './found.ts';
import type { Lists } from './list.ts';

/** With fewer results than this, what is nearly what was asked for is shown after them. */
const enough = 5;
const mostNearly = 50;
/** What was found less exactly comes after all that was found more exactly. */
const lessExact = 0.01;

type Result = Pick<SearchAnswer, 'total' | 'totalIsExact' | 'facets' | 'corrected'> & {
  numbers: number[];
  wanted: Wanted;
};

type Parts = { db: DatabaseSync; lists: Lists; reader: FoundReader };

/** What a search answers, but for how fresh it is. */
export type Searched = Omit<SearchAnswer, 'asOf' | 'isComplete'>;

/** Answers searches from the replica in `db`. @throws invalid_cursor from each call */
export function openSearch({ db, lists, reader }: Parts): (request: SearchRequest) => Searched {
  const finder = openFinder(db);
  const corrector = openCorrector(db);
  const rank = openRanker(db);
  // Further pages of the same search are cut from the same order, as far as it is still known.
  const recent = new LRUCache<string, Result>({ max: 100, ttl: 60_000 });

  return ({ limit, cursor, ...request }) => {
    const name = `search ${createHash('sha256').update(JSON.stringify(request)).digest('base64url').slice(0, 16)}`;
    const from = cursor ? placeIn(name, cursor) : 0;
    const result = (from > 0 && recent.get(name)) || resultOf(request);
    recent.set(name, result);
    const until = Math.min(from + limit, mostResults);
    return {
      items: reader.found(result.numbers.slice(from, until), result.wanted),
      total: result.total,
      totalIsExact: result.totalIsExact,
      facets: result.facets,
      corrected: result.corrected,
      nextCursor:
        until < Math.min(result.numbers.length, mostResults) ? encodeCursor(name, { at: String(until) }) : null,
    };
  };

  function resultOf({ q, sort, ...filter }: Omit<SearchRequest, 'limit' | 'cursor'>): Result {
    const plan = planOf(q.slice(0, longestQuestion));
    const match = planMatch(plan);
    return match === undefined ? browsed(filter, sort) : found(plan, filter, sort);
  }

  /** Without words: what the filters leave, as a list. */
  function browsed(filter: Filter, sort: SearchRequest['sort']): Result {
    const narrowed: Filter = { kind: 'challenge', ...filter };
    const numbers = lists.numbers({ ...narrowed, sort: sort === 'top' ? 'top' : 'new' }, mostResults);
    const seen = finder.newest(withoutChoice(narrowed));
    return {
      numbers,
      wanted: { folded: new Set(), exact: new Set() },
      total: lists.count(narrowed),
      totalIsExact: true,
      facets: facetsOf(seen, narrowed),
      corrected: null,
    };
  }

  function found(plan: Plan, filter: Filter, sort: SearchRequest['sort']): Result {
    const replaced = new Map<string, string>();
    const meant: Variants = (term) => {
      const words = corrector.meant(term);
      if (words[0]) replaced.set(term.words[0]!.folded, words[0]);
      return words;
    };
    const first = look(planMatch(plan, meant)!, plan, filter);
    let candidates = first.candidates;
    const isCut = first.isCut;
    for (const match of isCut || candidates.length >= enough ? [] : looser(plan)) {
      if (candidates.length >= enough) break;
      candidates = [...candidates, ...less(look(match, plan, filter, mostNearly).candidates, candidates)];
    }
    const left = candidates.filter((candidate) => passes(candidate, filter));
    const ordered = inOrder(left, sort);
    return {
      numbers: ordered.map(({ n }) => n),
      wanted: wantedOf(plan, replaced),
      total: ordered.length,
      totalIsExact: !isCut,
      facets: facetsOf(candidates, filter),
      corrected: replaced.size > 0 ? correctedOf(plan, replaced) : null,
    };
  }

  /** The matches to try, one after the other, when too little has all the words. */
  function* looser(plan: Plan): Generator<string> {
    const nearly: Variants = (term) => corrector.nearly(term);
    for (const match of [planMatch(plan, nearly), allButOneMatch(plan, nearly), anyMatch(plan)]) if (match) yield match;
  }

  function look(match: string, plan: Plan, filter: Filter, most = mostCandidates): Found {
    const tagged = { tag: filter.tag };
    const subjects = finder.find('subject', match, tagged, most);
    // Only subjects have tags.
    const comments = filter.tag === undefined ? finder.find('comment', match, {}, most) : none;
    let candidates = [...subjects.candidates, ...comments.candidates];
    const isCut = subjects.isCut || comments.isCut;
    const exact = isMarked(plan.terms) ? exactMatch(plan) : undefined;
    if (isCut) candidates = merged(candidates, beyondTheNewest(match, exact, filter));
    const numbers = exact ? finder.numbers('subject', exact, mostCandidates) : new Set<number>();
    if (exact && !isCut) for (const n of finder.numbers('comment', exact, mostCandidates)) numbers.add(n);
    return { candidates: rank(candidates, plan, numbers), isCut };
  }

  /** Of more than can be scored: what has the words in its title, what is spelt as asked, and what the filters leave. */
  function beyondTheNewest(match: string, exact: string | undefined, filter: Filter): Candidate[] {
    const tagged = { tag: filter.tag };
    const titled = finder.find('subject', `title : (${match})`, tagged).candidates;
    const spelt = exact ? finder.find('subject', `(${match}) AND (${exact})`, tagged).candidates : [];
    const narrowed = Object.values({ ...filter, tag: undefined }).some((value) => value !== undefined);
    const left = narrowed ? finder.find('subject', match, filter).candidates : [];
    return merged(titled, merged(spelt, left));
  }

  function correctedOf(plan: Plan, replaced: ReadonlyMap<string, string>): string {
    return plan.terms
      .flatMap(({ words }) => words)
      .map(({ folded, exact }) => {
        const better = replaced.get(folded);
        return better ? corrector.spelt(better) : exact;
      })
      .join(' ');
  }
}

const none: Found = { candidates: [], isCut: false };

function withoutChoice({ kind, tag, organisation, origin }: Filter): Filter {
  return { kind, tag, organisation, origin };
}

function merged(some: readonly Candidate[], more: readonly Candidate[]): Candidate[] {
  return [...new Map([...more, ...some].map((candidate) => [candidate.n, candidate])).values()];
}

/** What is not among `before` yet, below all of it. */
function less(found: readonly Candidate[], before: readonly Candidate[]): Candidate[] {
  const known = new Set(before.map(({ n }) => n));
  const lowest = Math.min(1, ...before.map(({ score }) => score));
  const highest = Math.max(1, ...found.map(({ score }) => score));
  return found
    .filter(({ n }) => !known.has(n))
    .map((candidate) => ({ ...candidate, score: (candidate.score / highest) * lowest * lessExact }));
}

function inOrder(candidates: readonly Candidate[], sort: SearchRequest['sort']): Candidate[] {
  if (sort === 'relevance') return candidates.toSorted((a, b) => b.score - a.score);
  if (sort === 'top') return candidates.toSorted((a, b) => b.support - a.support || b.score - a.score);
  return candidates.toSorted((a, b) => (timeOf(a) < timeOf(b) ? 1 : -1));
}

/** Ids hold the time they were made, behind their prefix. */
function timeOf({ id }: Candidate): string {
  return id.slice(id.indexOf('_') + 1);
}

function wantedOf({ terms }: Plan, replaced: ReadonlyMap<string, string>): Wanted {
  const own = terms.flatMap(({ words }) => words.map(({ folded }) => replaced.get(folded) ?? folded));
  const others = terms.flatMap(({ others }) => others).flat();
  // A synonym of one syllable is marked only as it is spelt.
  return {
    folded: new Set([...own, ...others.filter(({ exact, folded }) => exact === folded).map(({ folded }) => folded)]),
    exact: new Set(others.map(({ exact }) => exact)),
  };
}

/** @throws invalid_cursor */
function placeIn(name: string, cursor: string): number {
  const at = Number(decodeCursor(name, ['at'], cursor).at);
  if (!Number.isInteger(at) || at < 1 || at >= mostResults) throw new AppError('invalid_cursor');
  return at;
}
