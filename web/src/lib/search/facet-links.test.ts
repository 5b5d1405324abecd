import { expect, test } from 'vitest';
import { facetLinks } from './facet-links';

const wards = [
  { value: '00070', count: 5 },
  { value: '00004', count: 2 },
];

test('wards are chosen together, and dropped one by one', () => {
  const links = facetLinks('ward', wards, { q: 'ngập', ward: ['00004'] }, [], 'vi');
  expect(links).toEqual([
    { value: '00004', words: 'Phường Ba Đình', count: 2, isChosen: true, href: '/tim-kiem?q=ng%E1%BA%ADp' },
    {
      value: '00070',
      words: 'Phường Hoàn Kiếm',
      count: 5,
      isChosen: false,
      href: '/tim-kiem?q=ng%E1%BA%ADp&ward=00004&ward=00070',
    },
  ]);
});

test('of other filters one value is in force, also when nothing is left of it', () => {
  const links = facetLinks('year', [{ value: '2026', count: 3 }], { year: 2025 }, [], 'en');
  expect(links.map(({ value, count, href }) => [value, count, href])).toEqual([
    ['2025', 0, '/en/search'],
    ['2026', 3, '/en/search?year=2026'],
  ]);
});
