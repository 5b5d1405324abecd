import { expect, test } from 'vitest';
import { yearsTo } from './filter-view.server';

test('years since the first are offered, the newest first, and the one an address asks for', () => {
  expect(yearsTo(2027, undefined)).toEqual([2027, 2026, 2025]);
  expect(yearsTo(2026, 2024)).toEqual([2026, 2025, 2024]);
});
