/** Heat: newer deeds weigh more, and the order of subjects stays right as time passes. */
import { expect, it } from 'vitest';
import { padded } from '../db/keys.ts';
import { after, day } from '../shared/time.ts';
import { counters } from '../subject/kinds.ts';
import { heatOf, rankOf } from './rules.ts';

const today = new Date('2026-06-01T00:00:00Z');

it('doubles in ten days', () => {
  expect(heatOf('support', after(today, 10 * day)) / heatOf('support', today)).toBeCloseTo(2);
});

it('weighs a comment as a vote, a solution and whatever else answers a subject as four', () => {
  expect(heatOf('comments', today)).toBe(heatOf('support', today));
  const answers = counters.filter((counter) => counter !== 'support' && counter !== 'comments');
  expect(answers).toContain('solutions');
  for (const answer of answers) expect(heatOf(answer, today)).toBeCloseTo(4 * heatOf('support', today));
});

it('ranks what is hotter higher, in numbers that sort as text, from 2000 to 2036', () => {
  const years = [2000, 2010, 2020, 2026, 2030, 2036];
  const heats = years.flatMap((year) =>
    [1, 2, 1_000_000].map((votes) => votes * heatOf('support', new Date(`${year}-01-01`))),
  );
  const ranks = heats.map((heat) => padded(rankOf(heat)));
  expect(ranks).toEqual(ranks.toSorted());
  expect(new Set(ranks.map((rank) => rank.length))).toEqual(new Set([17]));
  expect(new Set(ranks).size).toBeGreaterThan(years.length * 2);
});

it('is cold where nothing happened, or all of it was taken back', () => {
  expect([rankOf(0), rankOf(-1e-9)]).toEqual([0, 0]);
});
