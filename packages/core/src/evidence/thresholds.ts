/**
 * From when on votes look like more than people who agree. Set by us: no law and no standard names such numbers. A change is a new
 * row with its day, so that an old item can be read with the numbers of its time.
 */
import { day, hour } from '../shared/time.ts';

export type Thresholds = {
  /** In force from this instant on. */
  since: string;
  /** How far back votes are looked at, milliseconds. */
  window: number;
  /** Many votes from one network within an hour, which are at least this part of all votes in that hour. */
  burst: { votes: number; share: number };
  /** An hour with so many votes, and so many times as many as an hour of the subject usually has. */
  jump: { votes: number; times: number };
  /** Accounts not older than `age`, milliseconds, that did nothing but vote: so many, and at least this part of a group. */
  newAccounts: { age: number; accounts: number; share: number /** So many are enough by themselves. */; alone: number };
  /** So many votes whose intervals differ by less than this part of their mean (standard deviation by mean). */
  regular: { votes: number; variation: number };
};

/** The newest last. */
const dated: readonly [Thresholds, ...Thresholds[]] = [
  {
    since: '2026-11-29T00:00:00+07:00',
    window: day,
    burst: { votes: 20, share: 0.5 },
    // A class, or a post that is passed on, makes tens of votes an hour where there was one a day.
    jump: { votes: 30, times: 8 },
    newAccounts: { age: 3 * day, accounts: 10, share: 0.5, alone: 40 },
    // People come at random: intervals then vary as much as their mean (1.0).
    regular: { votes: 12, variation: 0.2 },
  },
];

/** The numbers in force at a time; the first ones before there were any. */
export function thresholdsAt(at: Date): Thresholds {
  return dated.findLast(({ since }) => Date.parse(since) <= at.getTime()) ?? dated[0];
}

/** Votes are compared by the hour. */
export const span = hour;
