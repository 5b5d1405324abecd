/** Dates of exports are read as they are meant, and never guessed. */
import { expect, it } from 'vitest';
import { readTime } from './dates.ts';

const iso = (read: ReturnType<typeof readTime>) => (read instanceof Date ? read.toISOString() : read);

it.each([
  ['2016-05-13', '2016-05-12T17:00:00.000Z'],
  ['2016-05-13 08', '2016-05-13T01:00:00.000Z'],
  ['2016-05-13 08:30', '2016-05-13T01:30:00.000Z'],
  ['2016-05-13T08:30:15Z', '2016-05-13T08:30:15.000Z'],
  ['2016-05-13T08:30:15.123+02:00', '2016-05-13T06:30:15.000Z'],
  ['2016-05-13 08:30:15 UTC', '2016-05-13T08:30:15.000Z'],
  ['2016-05-13 08:30:15 -0500', '2016-05-13T13:30:15.000Z'],
  ['13/5/2016 8:30', '2016-05-13T01:30:00.000Z'],
  ['2025.11.03', '2025-11-02T17:00:00.000Z'],
  ['2025/11/03 9:05', '2025-11-03T02:05:00.000Z'],
  ['13-11-2025 9:05', '2025-11-13T02:05:00.000Z'],
  ['5.5.2016', '2016-05-04T17:00:00.000Z'],
  ['11/13/2025', '2025-11-12T17:00:00.000Z'],
  ['ngày 05 tháng 12 năm 2025', '2025-12-04T17:00:00.000Z'],
])('%s', (text, moment) => {
  expect(iso(readTime(text))).toBe(moment);
});

it.each(['', 'ayer', '31/02/2016', '2016-13-01', '2016-05-13 25:00', '12', '05/13/16', '45987', '1.500'])(
  '%s is none',
  (text) => {
    expect(readTime(text)).toBe('unknown');
  },
);

it('refuses to choose between day and month, unless an order is declared', () => {
  expect(readTime('03-11-2025 9:05')).toBe('ambiguous');
  expect(iso(readTime('03-11-2025 9:05', { order: 'day-first' }))).toBe('2025-11-03T02:05:00.000Z');
  expect(iso(readTime('03-11-2025 9:05', { order: 'month-first' }))).toBe('2025-03-11T02:05:00.000Z');
  expect(readTime('05/13/2016', { order: 'day-first' })).toBe('unknown');
  expect(readTime('13/05/2016', { order: 'month-first' })).toBe('unknown');
});

it.each([
  ['03/11/2025 9:05 SA', '2025-11-03T02:05:00.000Z'],
  ['03/11/2025 9:05:07 CH', '2025-11-03T14:05:07.000Z'],
  ['03/11/2025 12:05 AM', '2025-11-02T17:05:00.000Z'],
  ['03/11/2025 12:05 PM', '2025-11-03T05:05:00.000Z'],
  ['03/11/2025 21:05 CH', '2025-11-03T14:05:00.000Z'],
  ['03/11/2025\u00a09:05\u202fPM', '2025-11-03T14:05:00.000Z'],
  ['9:05 03/11/2025', '2025-11-03T02:05:00.000Z'],
  ['03/11/2025 9h05', '2025-11-03T02:05:00.000Z'],
  ['03.11.2025, 9:05', '2025-11-03T02:05:00.000Z'],
])('%s, day first', (text, moment) => {
  expect(iso(readTime(text, { order: 'day-first' }))).toBe(moment);
});

it('takes the format and the zone of the map, summer time too', () => {
  const american = { formats: ['MM/dd/yyyy'], timeZone: 'UTC' };
  expect(iso(readTime('05/13/2016', american))).toBe('2016-05-13T00:00:00.000Z');
  expect(readTime('13/05/2016', american)).toBe('unknown');
  const madrid = { timeZone: 'Europe/Madrid' };
  expect(iso(readTime('2016-01-15 12:00', madrid))).toBe('2016-01-15T11:00:00.000Z');
  expect(iso(readTime('2016-07-15 12:00', madrid))).toBe('2016-07-15T10:00:00.000Z');
});
