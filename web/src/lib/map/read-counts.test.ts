import { expect, test } from 'vitest';
import { countsOf, searchFor } from './read-counts.server';

const facets = {
  ward: [
    { value: '00070', count: 9 },
    { value: '00004', count: 2 },
  ],
};

test('a search knows the kind of a challenge as its origin', () => {
  expect(searchFor({ kind: 'launched', programme: 'P5', sort: 'top' })).toMatchObject({
    kind: 'challenge',
    origin: 'launched',
    programme: 'P5',
    sort: 'new',
  });
});

test('what has no ward concerns the whole city', () => {
  expect(countsOf({ total: 14, facets, organisation: null }, { programme: 'P5' })).toMatchObject({
    byWard: { '00070': 9, '00004': 2 },
    total: 14,
    everywhere: 3,
  });
});

test('of chosen wards only those are counted, and nothing that concerns the whole city', () => {
  const counts = countsOf({ total: 2, facets, organisation: null }, { ward: ['00004'] });
  expect(counts.byWard).toEqual({ '00004': 2 });
  expect(counts).toMatchObject({ total: 2, everywhere: 0 });
});
