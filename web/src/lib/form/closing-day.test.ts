import { expect, test } from 'vitest';
import { dayOf, endOfDay, someDays } from './closing-day';

/** Half past midnight on the 24th in Hanoi; still the 23rd in London. */
const now = Date.parse('2026-11-23T17:30:00Z');

test('a day ends when it ends in Hanoi', () => {
  expect(endOfDay('2026-11-24', now)).toBe('2026-11-24T16:59:59.000Z');
  expect(dayOf('2026-11-24T16:59:59.000Z')).toBe('2026-11-24');
  expect(someDays(0, now)).toBe('2026-11-24');
});

test('the first and the last day offered are accepted, those beyond are not', () => {
  expect(endOfDay(someDays(0, now), now)).toBeDefined();
  expect(endOfDay(someDays(729, now), now)).toBeDefined();
  expect(endOfDay('2026-11-23', now)).toBeUndefined();
  expect(endOfDay(someDays(731, now), now)).toBeUndefined();
});

test.each(['2027-02-31', '31/12/2026', '2026-13-01', 'mai'])('%s is no day', (text) => {
  expect(endOfDay(text, now)).toBeUndefined();
});
