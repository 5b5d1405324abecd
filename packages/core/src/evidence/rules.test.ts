/** Which votes look as if one hand had cast them; and which do not, though they come from one place or all at once. */
import { describe, expect, it } from 'vitest';
import type { PersonId } from '../shared/ids.ts';
import { day, hour, minute, second } from '../shared/time.ts';
import { busiestHour, judge, networksOf, type SeenVote, shownOf, toLookUp, variationOf } from './rules.ts';
import { thresholdsAt } from './thresholds.ts';

const start = Date.parse('2026-11-29T02:00:00Z');
const thresholds = thresholdsAt(new Date(start));
let made = 0;

type Some = { count: number; network?: string; every?: number; from?: number; age?: number; jitter?: number };

/** Votes of one network at even intervals, moved by a fixed pattern where people vote. */
function votes({ count, network = 'x', every = minute, from = start, age = 90 * day, jitter = 0.9 }: Some): SeenVote[] {
  return Array.from({ length: count }, (_, index) => {
    const shift = [0, 0.9, 0.1, 0.7, 0.3, 1, 0.05, 0.5][index % 8]! * jitter * every * 2;
    const at = from + index * every + shift;
    return { person: `per_${made++}` as PersonId, at, network, joined: at - age };
  });
}

/** As `votes`, each from a network of its own. */
const fromEverywhere = (some: Some) => votes(some).map((vote, index) => ({ ...vote, network: `n${index}` }));

const nobody = new Set<PersonId>();
const all = (some: readonly SeenVote[]) => new Set(some.map(({ person }) => person));
const found = (some: readonly SeenVote[], onlyVoted: ReadonlySet<PersonId> = nobody, usualHour = 1) => {
  const { signals, flagged } = judge(some, { onlyVoted, usualHour, thresholds });
  return { signals: signals.map(({ signal, group }) => `${signal} ${group}`), flagged: flagged.map(({ id }) => id) };
};
const nothing = { signals: [], flagged: [] };

describe('nothing is flagged for', () => {
  it('a campus or a carrier: many known accounts behind one address within an hour', () => {
    const campus = votes({ count: 60, every: 50 * second });
    expect(found(campus)).toEqual(nothing);
    // Nor where the subject never had so many: a burst and a jump are one thing.
    expect(found(campus, nobody, 0.1)).toEqual(nothing);
  });

  it('a campaign: many votes at once from everywhere', () => {
    const campaign = fromEverywhere({ count: 200, every: 10 * second });
    expect(found(campaign, nobody, 0.1)).toEqual(nothing);
  });

  it('newcomers who write as well, and nine of them who do not', () => {
    const newcomers = votes({ count: 19, age: hour });
    expect(found(newcomers)).toEqual(nothing);
    expect(found(newcomers, all(newcomers.slice(0, 9)))).toEqual(nothing);
  });

  it('new accounts here and there, fewer than forty', () => {
    const spread = fromEverywhere({ count: 39, every: 20 * minute, age: hour });
    expect(found(spread, all(spread))).toEqual(nothing);
  });
});

describe('a group is flagged for', () => {
  it('many new accounts of one network at once that did nothing but vote', () => {
    const farm = votes({ count: 24, network: 'farm', age: 2 * hour });
    const others = votes({ count: 8, network: 'home', every: 3 * hour });
    expect(found([...farm, ...others], all(farm))).toEqual({
      signals: ['burst A', 'new-accounts A', 'burst new', 'new-accounts new'],
      flagged: ['A', 'new'],
    });
    // One fewer than half of the hour's votes is no burst, though the accounts are the same.
    const crowd = votes({ count: 26, network: 'crowd', from: start });
    expect(found([...farm, ...crowd, ...others], all(farm), 100)).toEqual(nothing);
  });

  it('votes at the intervals of a clock, from one network', () => {
    const clock = votes({ count: 22, every: 2 * minute, jitter: 0.02 });
    expect(found(clock)).toEqual({ signals: ['burst A', 'regular A'], flagged: ['A'] });
    // Slowly, and from old accounts: a rhythm alone is one thing.
    expect(found(votes({ count: 22, every: hour, jitter: 0.02 }))).toEqual(nothing);
  });

  it('a jump with accounts that did nothing but vote, whatever networks they use', () => {
    const bought = fromEverywhere({ count: 35, every: minute, age: day });
    expect(found(bought, all(bought), 0.5)).toEqual({
      signals: ['jump null', 'burst new', 'new-accounts new'],
      flagged: ['new'],
    });
  });

  it('forty such accounts by themselves, however slowly they come', () => {
    const slow = fromEverywhere({ count: 40, every: 31 * minute, age: day });
    expect(found(slow, all(slow))).toEqual({ signals: ['new-accounts new'], flagged: ['new'] });
  });
});

describe('what is measured', () => {
  it('letters go to the largest networks with at least five votes', () => {
    const some = [
      votes({ count: 5, network: 'b' }),
      votes({ count: 4, network: 'c' }),
      votes({ count: 7, network: 'a' }),
    ];
    expect(networksOf(some.flat()).map(({ id, votes: [first] }) => `${id} ${first!.network}`)).toEqual(['A a', 'B b']);
  });

  it('the busiest hour is any sixty minutes, not those of the clock', () => {
    const some = votes({ count: 10, every: 10 * minute, from: start + 30 * minute, jitter: 0 });
    expect(busiestHour(some)).toEqual({ from: start + 30 * minute, votes: 6 });
    expect(busiestHour([])).toEqual({ from: 0, votes: 0 });
  });

  it('intervals that are all alike vary by nothing; of one vote, or all at once, nothing is said', () => {
    expect(variationOf(votes({ count: 5, jitter: 0 }))).toBe(0);
    expect(variationOf(votes({ count: 1 }))).toBeUndefined();
    expect(variationOf(votes({ count: 5, every: 0 }))).toBeUndefined();
  });

  it('only new accounts are looked up, and none where there are fewer than ten', () => {
    const young = votes({ count: 10, age: 3 * day });
    const known = votes({ count: 20, age: 3 * day + 1 });
    expect(toLookUp([...known, ...young], thresholds)).toEqual([...all(young)]);
    expect(toLookUp([...known, ...young.slice(1)], thresholds)).toEqual([]);
  });
});

it('is shown by hours, letters and ages, with no id of anybody', () => {
  const farm = votes({ count: 24, network: 'secret-mark', age: 2 * hour });
  const old = votes({ count: 3, network: 'home', from: start + 2 * hour });
  const known = { onlyVoted: all(farm), usualHour: 1, thresholds };
  const shown = shownOf([...old, ...farm], judge([...old, ...farm], known), known);
  expect(shown).toMatchObject({
    votes: 27,
    groups: [
      { id: 'A', votes: 24, newAccounts: 24, onlyVoted: 24 },
      { id: 'new', votes: 24, newAccounts: 24, onlyVoted: 24 },
    ],
    hours: [
      { at: '2026-11-29T02:00:00.000Z', votes: 24, groups: { A: 24 } },
      { at: '2026-11-29T04:00:00.000Z', votes: 3, groups: {} },
    ],
    ages: [
      { days: 1, votes: 24 },
      { days: 7, votes: 0 },
      { days: 30, votes: 0 },
      { days: null, votes: 3 },
    ],
  });
  expect(JSON.stringify(shown)).not.toMatch(/per_|secret-mark/);
});
