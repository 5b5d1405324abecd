/** Lists of thousands: whole pages in every order, to the end, without repeats, with and without filters. */
import type { DatabaseSync } from 'node:sqlite';
import type { ListRequest } from '@hanoi/core/search/port';
import { newId } from '@hanoi/core/shared/ids';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Document } from '../document.ts';
import { openWriter } from '../replica/apply.ts';
import { openReplica } from '../replica/file.ts';
import { openFoundReader } from './found.ts';
import { type Lists, openLists, pageQuery } from './list.ts';

const size = 5_000;
let db: DatabaseSync;
let lists: Lists;

beforeAll(() => {
  db = openReplica(':memory:');
  const documents = Array.from({ length: size }, (_, number) => documentOf(number));
  const texts = { title: 'Một việc', summary: 'Tóm tắt', body: 'Nội dung' };
  openWriter(db).apply(documents.map((document) => ({ document, texts })));
  lists = openLists(db, openFoundReader(db));
});

function documentOf(number: number): Document {
  const id = newId('challenge', { now: () => new Date(Date.UTC(2026, 0, 1) + number * 60_000) });
  return {
    id,
    kind: 'challenge',
    revision: 1,
    version: 1,
    parent: null,
    open: number % 50 !== 7,
    programme: `P${1 + (number % 5)}`,
    ward: number % 3 === 0 ? '00070' : '00082',
    status: number % 10 === 0 ? 'closed' : 'open',
    origin: 'raised',
    organisation: null,
    publishedAt: '2026-01-01T00:00:00.000Z',
    year: 2026,
    closesAt: number % 4 === 0 ? new Date(Date.UTC(2027, 0, 1) + (number % 9) * 60_000).toISOString() : null,
    tags: number % 100 === 0 ? ['hiếm'] : [],
    // Many have the same number, so that the order needs the ids too.
    counts: { support: number % 7, comments: 0, solutions: 0 } as Document['counts'],
    trend: 2 ** -(number % 11),
    row: { id },
  };
}

function everything(request: Omit<ListRequest, 'limit'>): { ids: string[]; totals: Set<number> } {
  const ids: string[] = [];
  const totals = new Set<number>();
  let cursor: string | undefined;
  do {
    const page = lists.list({ ...request, limit: 97, cursor });
    if (page.nextCursor) expect(page.items).toHaveLength(97);
    ids.push(...page.items.map(({ id }) => id as string));
    totals.add(page.total);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return { ids, totals };
}

describe.each(['new', 'top', 'trending', 'closing'] as const)('in the order %s', (sort) => {
  it.each<[string, Partial<ListRequest>, (number: number) => boolean]>([
    ['everything', {}, () => true],
    ['what most are', { status: 'open' }, (number) => number % 10 !== 0],
    ['two wards and a year', { ward: ['00070', '00082'], year: 2026 }, () => true],
    ['few', { programme: 'P1', ward: ['00070'], status: 'closed' }, (n) => n % 5 === 0 && n % 3 === 0 && n % 10 === 0],
    ['a tag', { tag: 'hiếm' }, (number) => number % 100 === 0],
    ['nothing', { organisation: 'org_none' }, () => false],
  ])('%s', (_, filter, fits) => {
    const { ids, totals } = everything({ kind: 'challenge', sort, ...filter });
    expect(new Set(ids).size).toBe(ids.length);
    const numbers = Array.from({ length: size }, (_, number) => number).filter((n) => n % 50 !== 7 && fits(n));
    expect([...totals]).toEqual([numbers.length]);
    expect(ids).toHaveLength(sort === 'closing' ? numbers.filter((n) => n % 4 === 0).length : numbers.length);
  });
});

it('a comment’s list is its own', () => {
  expect(lists.count({ kind: 'comment' })).toBe(0);
  expect(lists.numbers({ kind: 'comment', sort: 'top' }, 10)).toEqual([]);
});

it.each(['new', 'top', 'trending', 'closing'] as const)(
  'few in the order %s are found by the index of their filter',
  (sort) => {
    const filter = { kind: 'challenge', programme: 'P1', ward: ['00070'], status: 'open' } as const;
    const { sql, values } = pageQuery(filter, sort, undefined, true);
    const plan = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...values, 20) as { detail: string }[];
    expect(plan.map(({ detail }) => detail).join()).toMatch(
      /INDEX doc_ward \(ward=\? AND kind=\? AND shown=\? AND programme/,
    );
  },
);
