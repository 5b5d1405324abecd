/** The shards of a subject's tally, as far as this process knows, and which of them counts a person's vote. */
import { LRUCache } from 'lru-cache';
import { type Key, tallyKey, tallyShards } from '../db/keys.ts';
import type { Ctx } from '../shared/context.ts';
import { shardOf } from '../shared/hash.ts';
import type { PersonId, SubjectId } from '../shared/ids.ts';

/**
 * The number of shards of tallies that have grown. A stale number is too small, as tallies only grow, and does no harm: the
 * shards below it exist, have the end of voting and are part of every sum.
 */
const known = new LRUCache<string, number>({ max: 1_000 });

const nameOf = (ctx: Ctx, subject: SubjectId) => `${ctx.db.table} ${subject}`;

/** How many shards the tally has, as last read or written by this process; the initial number when unknown. */
export function knownShards(ctx: Ctx, subject: SubjectId): number {
  return known.get(nameOf(ctx, subject)) ?? tallyShards.first;
}

/** The number of shards on shard 0 of a tally. Remembers it. */
export function shardsOn(ctx: Ctx, subject: SubjectId, shard0: Record<string, unknown> | undefined): number {
  const shards = Number(shard0?.shards ?? tallyShards.first);
  if (shards > tallyShards.first) known.set(nameOf(ctx, subject), shards);
  else known.delete(nameOf(ctx, subject));
  return shards;
}

/** The keys of the shards from one number up to, not including, another. */
export function tallyKeys(subject: SubjectId, from: number, to: number): Key[] {
  return Array.from({ length: to - from }, (_, index) => tallyKey(subject, from + index));
}

/** The shard, of so many, that counts what a person does. */
export function tallyKeyOf(subject: SubjectId, person: PersonId, shards: number): Key {
  return tallyKey(subject, shardOf(person, shards));
}
