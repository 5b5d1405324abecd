import { expect, test } from 'vitest';
import { timeField, timeTyped } from './hanoi-time';

test.each([
  ['', undefined],
  ['  ', undefined],
  ['2026-11-29T09:30', '2026-11-29T09:30:00+07:00'],
  ['2026-11-29T09:30:15', '2026-11-29T09:30:00+07:00'],
  ['29/11/2026', '29/11/2026'],
])('%j is typed', (text, time) => expect(timeTyped(text)).toBe(time));

test('a field holds the time in Hanoi, to the minute', () => {
  expect(timeField('2026-11-29T18:30:45.000Z')).toBe('2026-11-30T01:30');
  expect(timeField(undefined)).toBe('');
});
