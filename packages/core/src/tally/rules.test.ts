/** Trend: what is newer weighs more, the order of subjects stays right as time passes, and numbers can be stored for years. */
import { expect, it } from 'vitest';
import { padded } from '../db/keys.ts';
import { after, day } from '../shared/time.ts';
import { counters } from '../subject/kinds.ts';
import { rankOf, storedTrend, trendOf } from './rules.ts';

const today = new Date('2026-06-01T00:00:00Z');

it('doubles in ten days', () => {
  expect(trendOf('support', after(today, 10 * day)) / trendOf('support', today)).toBeCloseTo(2);
});

it('weighs a comment as a vote, a solution and whatever else answers a subject as four', () => {
  expect(trendOf('comments', today)).toBe(trendOf('support', today));
  const answers = counters.filter((counter) => counter !== 'support' && counter !== 'comments');
  expect(answers).toContain('solutions');
  for (const answer of answers) expect(trendOf(answer, today) / trendOf('support', today)).toBeCloseTo(4);
});

it('ranks what trends more higher, in numbers that sort as text, from 2024 to 2036; what is older ranks last', () => {
  const years = [2024.25, 2025, 2026, 2028, 2030, 2036];
  const dates = years.map((year) => new Date(Date.UTC(Math.floor(year), (year % 1) * 12, 1)));
  const trends = dates.flatMap((date) => [1, 2, 1_000_000].map((votes) => votes * trendOf('support', date)));
  const ranks = trends.map((trend) => padded(rankOf(trend)));
  expect(ranks).toEqual(ranks.toSorted());
  expect(new Set(ranks.map((rank) => rank.length))).toEqual(new Set([17]));
  expect(new Set(ranks).size).toBe(ranks.length);
  expect(rankOf(1_000 * trendOf('support', new Date('2019-05-01')))).toBe(0);
});

it('stays within what the SDK and DynamoDB store until late 2036, a million votes and more together', () => {
  for (const date of ['2000-01-01', '2024-03-01', '2026-11-28', '2031-01-01', '2036-10-01']) {
    const sum = 1_000_000 * trendOf('solutions', new Date(date));
    expect(sum, date).toBeLessThan(Number.MAX_SAFE_INTEGER);
    const one = trendOf('support', new Date(date));
    expect(one === 0 || one > 1e-130, date).toBe(true);
  }
});

it('goes on from what was counted from another day', () => {
  const heat = 2 ** ((Date.UTC(2026, 10, 1) - Date.UTC(2026, 0, 1)) / (10 * day));
  expect(storedTrend({ heat }) / trendOf('support', new Date('2026-11-01'))).toBeCloseTo(1);
  const trend = trendOf('support', new Date('2026-11-01'));
  expect(storedTrend({ heat, trend }) / trend).toBeCloseTo(2);
  expect(storedTrend({})).toBe(0);
});

it('is nothing where nothing happened, or all of it was taken back', () => {
  expect([rankOf(0), rankOf(-1e-120)]).toEqual([0, 0]);
});
