/** The seed's clock and random numbers, both derived from keys, so that every run loads the same demo. */
import type { Db } from '@hanoi/core/db/client';
import type { Actor, Ctx } from '@hanoi/core/shared/context';
import { shardOf } from '@hanoi/core/shared/hash';
import { day, hour } from '@hanoi/core/shared/time';

const quiet = { info() {}, warn() {}, error() {} };

/** A random number from 0 to 1, always the same for `key`. */
export function chance(key: string): number {
  return shardOf(key, 1_000_000) / 1_000_000;
}

/** One of `from`, always the same for `key`. */
export function pick<T>(from: readonly T[], key: string): T {
  return from[shardOf(key, from.length)]!;
}

/** How far Hanoi's clocks are ahead of UTC. */
const ahead = 7 * hour;

/** `hours` o'clock in Hanoi on the day that is `days` after that of `now`, or before it. */
export function oclock(now: Date, days: number, hours: number): Date {
  const midnight = Math.floor((now.getTime() + ahead) / day) * day - ahead;
  return new Date(midnight + days * day + hours * hour);
}

/** A time on the day `days` before `now`, at an hour when people are awake. */
export function daysBefore(now: Date, days: number, key: string): Date {
  return oclock(now, -days, 6 + chance(`${key} hour`) * 16);
}

/** A time between two others, nearer the first: most happens soon after a subject is published. */
export function between(start: Date, end: Date, key: string): Date {
  return new Date(start.getTime() + chance(key) ** 2 * Math.max(0, end.getTime() - start.getTime()));
}

/** A context in which `actor` acts at the time `at`; ids are derived from `key`. */
export function acting(db: Db, actor: Actor, at: Date, key: string): Ctx {
  let drawn = 0;
  return {
    actor,
    now: () => at,
    random: () => chance(`${key} ${drawn++}`),
    db,
    log: quiet,
    requestId: 'seed',
  };
}
