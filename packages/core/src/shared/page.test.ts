/** Pages of lists: how many items, and cursors that continue just the list they were made for. */
import { describe, expect, it } from 'vitest';
import { decodeCursor, encodeCursor, pageOf, pageQuery } from './page.ts';
import { z } from './zod.ts';

const query = z.object(pageQuery);

it('has twenty items where nothing is asked, a hundred at most, and says so', () => {
  expect(query.parse({})).toEqual({ limit: 20 });
  const limits = ['0', '1', '100', '101', '2.5', 'x'].map((limit) => query.safeParse({ limit }).success);
  expect(limits).toEqual([false, true, true, false, false, false]);
  expect(pageQuery.limit.meta()?.description).toBe('Items a page, 1 to 100');
});

it('is items and the cursor of the next, null on the last', () => {
  const page = pageOf(z.string());
  const answers = [
    { items: ['a'], nextCursor: 'x' },
    { items: [], nextCursor: null },
    { items: [1], nextCursor: null },
  ];
  expect(answers.map((answer) => page.safeParse(answer).success)).toEqual([true, true, false]);
  expect(page.safeParse({ items: [] }).success).toBe(false);
});

describe('a cursor', () => {
  const keys = { gsi1sk: 'chl_1', pk: 'LIST#challenges' };
  const names = ['gsi1sk', 'pk'];
  const cursor = encodeCursor('challenges new', keys);
  const made = (content: unknown) => Buffer.from(JSON.stringify(content)).toString('base64url');
  const refused = expect.objectContaining({ code: 'invalid_cursor' });

  it('gives back the keys it was made from, and goes into an address as it is', () => {
    expect(decodeCursor('challenges new', names, cursor)).toEqual(keys);
    expect(cursor).toBe(encodeURIComponent(cursor));
  });

  it('has a thousand characters at most', () => {
    const lengths = [1_000, 1_001].map((length) => query.safeParse({ cursor: 'x'.repeat(length) }).success);
    expect(lengths).toEqual([true, false]);
  });

  it.each([
    ['of another list', made({ l: 'challenges top', k: keys }), names],
    ['with a key too few', made({ l: 'challenges new', k: { pk: 'a' } }), names],
    ['with a key too many', made({ l: 'challenges new', k: { ...keys, sk: 'a' } }), names],
    ['with another key', made({ l: 'challenges new', k: { pk: 'a', sk: 'b' } }), names],
    ['with an empty key', made({ l: 'challenges new', k: { ...keys, pk: '' } }), names],
    ['with a key that is no text', made({ l: 'challenges new', k: { ...keys, pk: 1 } }), names],
    ['with a key that is too long', made({ l: 'challenges new', k: { ...keys, pk: 'x'.repeat(301) } }), names],
    ['with more to it', made({ l: 'challenges new', k: keys, x: 1 }), names],
    ['that is no JSON', Buffer.from('x').toString('base64url'), names],
    ['of nothing', '', names],
  ])('%s is refused', (_, forged, wanted) => {
    expect(() => decodeCursor('challenges new', wanted, forged)).toThrow(refused);
  });

  it('takes keys of up to 300 characters', () => {
    const long = { ...keys, pk: 'x'.repeat(300) };
    expect(decodeCursor('challenges new', names, made({ l: 'challenges new', k: long }))).toEqual(long);
  });
});
