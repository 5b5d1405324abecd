/** Dates of exports are read as they are meant, and never guessed wildly. */
import { expect, it } from 'vitest';
import { readTime } from './dates.ts';

it.each([
  ['2016-05-13', '2016-05-12T17:00:00.000Z'],
  ['2016-05-13 08', '2016-05-13T01:00:00.000Z'],
  ['2016-05-13 08:30', '2016-05-13T01:30:00.000Z'],
  ['2016-05-13T08:30:15Z', '2016-05-13T08:30:15.000Z'],
  ['2016-05-13T08:30:15.123+02:00', '2016-05-13T06:30:15.000Z'],
  ['2016-05-13 08:30:15 UTC', '2016-05-13T08:30:15.000Z'],
  ['2016-05-13 08:30:15 -0500', '2016-05-13T13:30:15.000Z'],
  ['13/5/2016 8:30', '2016-05-13T01:30:00.000Z'],
  ['05.12.2016', '2016-12-04T17:00:00.000Z'],
])('%s', (text, moment) => {
  expect(readTime(text)?.toISOString()).toBe(moment);
});

it.each(['', 'ayer', '31/02/2016', '2016-13-01', '2016-05-13 25:00', '12', '05/13/2016'])('%s is none', (text) => {
  expect(readTime(text)).toBeUndefined();
});

it('takes the format and the zone of the map, summer time too', () => {
  const american = { formats: ['MM/dd/yyyy'], timeZone: 'UTC' };
  expect(readTime('05/13/2016', american)?.toISOString()).toBe('2016-05-13T00:00:00.000Z');
  expect(readTime('13/05/2016', american)).toBeUndefined();
  const madrid = { timeZone: 'Europe/Madrid' };
  expect(readTime('2016-01-15 12:00', madrid)?.toISOString()).toBe('2016-01-15T11:00:00.000Z');
  expect(readTime('2016-07-15 12:00', madrid)?.toISOString()).toBe('2016-07-15T10:00:00.000Z');
});
