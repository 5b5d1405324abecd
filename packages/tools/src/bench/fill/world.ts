/** Who lives in the city, and the contexts in which they act, each at their own time. */

import type { Db } from '@hanoi/core/db/client';
import { accountOf } from '@hanoi/core/identity/service';
import { actorOf } from '@hanoi/core/person/repo';
import { openSessionFor } from '@hanoi/core/session/token';
import type { Actor, Ctx, PersonActor } from '@hanoi/core/shared/context';
import type { Texts } from './texts.ts';

export type World = {
  db: Db;
  texts: Texts;
  now: Date;
  /** Random numbers, the same in every run. */
  draw: () => number;
};

const quiet = { info() {}, warn() {}, error() {} };

/** A sequence of random numbers from 0 to 1, always the same for `seed` (mulberry32). */
export function createChance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** One of `from`. */
export function pick<T>(world: World, from: readonly T[]): T {
  return from[Math.floor(world.draw() * from.length)]!;
}

/** A context in which `actor` acts at `at`. */
export function acting(world: World, actor: Actor, at: Date): Ctx {
  return { actor, now: () => at, random: world.draw, db: world.db, log: quiet, requestId: 'fill' };
}

/** A person with a name, through the sign-in of an electronic identity; with the token of an open session. */
export async function makePerson(world: World, number: number): Promise<{ person: PersonActor; token: string }> {
  const { family, middle, given } = world.texts.people;
  const name = [family, middle, given].map((part) => pick(world, part)).join(' ');
  const ctx = acting(world, { kind: 'system', name: 'fill' }, world.now);
  const account = await accountOf(ctx, { issuer: 'fill', subject: String(number), name, assurance: 'eid' });
  const { token } = await openSessionFor(ctx, account, 'code');
  return { person: actorOf(account), token };
}
