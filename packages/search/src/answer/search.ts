/** Answers a search: reads the question, finds, ranks, counts, and shows one page. */
import { createHash } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { SearchRequest } from '@hanoi/core/search/port';
import { foundKinds, longestQuestion, mostResults, type SearchAnswer } from '@hanoi/core/search/schema';
import { AppError } from '@hanoi/core/shared/app-error';
import { decodeCursor, encodeCursor } from '@hanoi/core/shared/page';
import { LRUCache } from 'lru-cache';
import { type Candidate, type Found, openFinder } from '../query/candidates.ts';
import { type MeantWord, openCorrector } from '../query/correct.ts';
import { facetsOf, passing } from '../query/facets.ts';
import { withFamilies } from '../query/family.ts';
import { foundLoosely } from '../query/loose.ts';
import type { Wanted } from '../query/mark.ts';
import { exactMatch, planMatch } from '../query/match.ts';
import type { Filter } from '../query/narrow.ts';
import { type Pieces, type Plan, piecesOf, planOf } from '../query/plan.ts';
import { byScore, closely, openRanker } from '../query/rank.ts';
import type { FoundReader } from './found.ts';
import type { Lists } from './list.ts';

/** With fewer results than this, what has only some of the words is shown, too. */
const enough = 10;

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
  const { rank, telling } = openRanker(db, corrector);
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
      organisation: reader.organisation(request.organisation),
      corrected: result.corrected,
      nextCursor:
        until < Math.min(result.numbers.length, mostResults) ? encodeCursor(name, { at: String(until) }) : null,
    };
  };

  function resultOf({ q, sort, ...filter }: Omit<SearchRequest, 'limit' | 'cursor'>): Result {
    const pieces = piecesOf(q.slice(0, longestQuestion));
    const plan = planOf(pieces);
    return planMatch(plan) === undefined ? browsed(filter, sort) : found(pieces, filter, sort);
  }

  /** Without words: what the filters leave, as a list. */
  function browsed(filter: Filter, sort: SearchRequest['sort']): Result {
    const made = filter.organisation === undefined ? [] : kindsLeftBy(filter);
    const narrowed: Filter = { ...filter, kind: filter.kind ?? made[0]?.value ?? 'challenge' };
    const numbers = lists.numbers({ ...narrowed, sort: sort === 'top' ? 'top' : 'new' }, mostResults);
    const seen = finder.newest(withoutChoice(narrowed));
    return {
      numbers,
      wanted: { folded: new Set(), exact: new Set() },
      total: lists.count(narrowed),
      totalIsExact: true,
      facets: { ...facetsOf(seen, narrowed), ...(made.length > 0 && { kind: made }) },
      corrected: null,
    };
  }

  /** What an organisation made may be of one kind alone, so all are counted: there is an index for that. */
  function kindsLeftBy(filter: Filter): SearchAnswer['facets']['kind'] {
    const counted = foundKinds.map((kind) => ({ value: kind, count: lists.count({ ...filter, kind }) }));
    return counted.filter(({ count }) => count > 0);
  }

  function found(typed: Pieces, filter: Filter, sort: SearchRequest['sort']): Result {
    const pieces = { ...typed, wanted: corrector.meant(typed.wanted) };
    const plan = planOf(pieces);
    const first = look(planMatch(plan)!, plan, filter);
    let { candidates, isCut } = first;
    let read = { pieces, plan };
    if (!isCut && candidates.length < enough) {
      const other = { ...pieces, wanted: corrector.meantBeside(pieces.wanted) };
      candidates = loosely(plan, filter, candidates);
      if (other.wanted !== pieces.wanted) {
        const better = planOf(other);
        const more = loosely(better, filter, look(planMatch(better)!, better, filter).candidates);
        if ((more[0]?.score ?? 0) > (candidates[0]?.score ?? 0)) read = { pieces: other, plan: better };
        candidates = bestOf(candidates, more);
      }
    }
    const all = withFamily(read.plan, filter, candidates);
    const ordered = inOrder(all.filter(passing(filter)), sort);
    return {
      numbers: ordered.map(({ n }) => n),
      wanted: wantedOf(read.plan),
      total: ordered.length,
      totalIsExact: !isCut,
      facets: facetsOf(all, filter),
      corrected: read.pieces.wanted === typed.wanted ? null : speltOut(read.pieces),
    };
  }

  /** Also what has only some of the words; the closer look puts all of it into one order. */
  function loosely(plan: Plan, filter: Filter, found: readonly Candidate[]): Candidate[] {
    const known = new Set(found.map(({ n }) => n));
    const more = foundLoosely(finder, plan, telling, { tag: filter.tag }).filter(({ n }) => !known.has(n));
    return [...found, ...rank(more, plan)].sort(byScore);
  }

  /** What was not asked for and what was put into quotes cannot be seen to by the family. */
  function withFamily({ terms, without }: Plan, filter: Filter, candidates: Candidate[]): Candidate[] {
    if (filter.tag !== undefined || without.length > 0 || terms.some(({ isQuoted }) => isQuoted)) return candidates;
    return withFamilies(candidates, finder, (more) => rank(more, { terms, without }));
  }

  function look(match: string, plan: Plan, filter: Filter): Found {
    const tagged = { tag: filter.tag };
    const subjects = finder.find('subject', match, tagged);
    // Only subjects have tags.
    const comments = filter.tag === undefined ? finder.find('comment', match) : none;
    const isCut = subjects.isCut || comments.isCut;
    let candidates = [...subjects.candidates, ...comments.candidates];
    if (candidates.length > closely) candidates = likelyFirst(candidates, match, plan, tagged);
    if (isCut && isNarrow(filter)) candidates = merged(finder.find('subject', match, filter).candidates, candidates);
    return { candidates: rank(candidates, plan), isCut };
  }

  /** Of more than are looked at closely: first what has all words in its title, then what has the marks that were typed. */
  function likelyFirst(candidates: Candidate[], match: string, plan: Plan, filter: Filter): Candidate[] {
    const exact = exactMatch(plan);
    const marked = exact ? ` AND (${exact})` : '';
    const titled = finder.find('subject', `title : (${match})${marked}`, filter, closely).candidates;
    const left = closely - titled.length;
    const spelt = exact && left > 0 ? finder.find('subject', `(${match})${marked}`, filter, left).candidates : [];
    return merged(merged(titled, spelt), candidates);
  }

  function speltOut({ wanted }: Pieces): string {
    const spelt = wanted.map(({ text, words, isQuoted }) => {
      const phrase = words.map(({ spelt, start, end }: MeantWord) => spelt ?? text.slice(start, end)).join(' ');
      return isQuoted ? `"${phrase}"` : phrase;
    });
    return spelt.join(' ');
  }
}

const none: Found = { candidates: [], isCut: false };

function withoutChoice({ kind, tag, organisation, origin }: Filter): Filter {
  return { kind, tag, organisation, origin };
}

function isNarrow(filter: Filter): boolean {
  return Object.values({ ...filter, tag: undefined }).some((value) => value !== undefined);
}

/** Each once, in the order in which they come. */
function merged(some: readonly Candidate[], more: readonly Candidate[]): Candidate[] {
  const known = new Set(some.map(({ n }) => n));
  return [...some, ...more.filter(({ n }) => !known.has(n))];
}

/** Each once, with its better score. */
function bestOf(some: readonly Candidate[], more: readonly Candidate[]): Candidate[] {
  const best = new Map(some.map((candidate) => [candidate.n, candidate]));
  for (const candidate of more)
    if (candidate.score > (best.get(candidate.n)?.score ?? -1)) best.set(candidate.n, candidate);
  return [...best.values()].sort(byScore);
}

function inOrder(candidates: readonly Candidate[], sort: SearchRequest['sort']): Candidate[] {
  if (sort === 'relevance') return [...candidates];
  if (sort === 'top') return candidates.toSorted((a, b) => b.support - a.support || b.score - a.score);
  return candidates.toSorted((a, b) => (timeOf(a) < timeOf(b) ? 1 : -1));
}

/** Ids hold the time they were made, behind their prefix. */
function timeOf({ id }: Candidate): string {
  return id.slice(id.indexOf('_') + 1);
}

function wantedOf({ terms }: Plan): Wanted {
  const own = terms.flatMap(({ words }) => words.map(({ folded }) => folded));
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
