import { expect, test } from 'vitest';
import { roundedTotal } from './rounded-total';

test.each([
  [7, 7],
  [3_000, 3_000],
  [4_873, 4_900],
  [12_345, 12_000],
])('%i is about %i', (total, about) => {
  expect(roundedTotal(total)).toBe(about);
});
