/** Tallies: the exact counts of a subject, in shards that are only ever added to inside a transaction. */

import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { getItems, getTogether } from '../db/get.ts';
import { shardCount, tallyKey } from '../db/keys.ts';
import type { Part } from '../db/transact.ts';
import type { Ctx } from '../shared/context.ts';
import { shardOf } from '../shared/hash.ts';
import type { PersonId, SubjectId } from '../shared/ids.ts';
import { sharingTheNext } from '../shared/sharing.ts';
import { iso } from '../shared/time.ts';
import { type Counter, counters } from '../subject/kinds.ts';
import { heatOf } from './rules.ts';

export type Tally = Record<Counter | 'heat' | 'revision', number>;

const shards = Array.from({ length: shardCount }, (_, shard) => shard);

/**
 * A part that adds `amount` (1 or −1) to a counter in the shard of `person`, with the heat of a deed at `at`.
 * With `openUntil` (ISO time, or null for no end), it is refused once that end has come: the end is copied onto the
 * shard with its first deed, and closing or moving the end rewrites it on every shard.
 */
export function countPart(
  ctx: Ctx,
  deed: {
    subject: SubjectId;
    person: PersonId;
    counter: Counter;
    amount: 1 | -1;
    at: Date;
    openUntil?: string | null;
  },
  refused?: Part['refused'],
): Part {
  const ends = deed.openUntil !== undefined;
  return {
    write: {
      Update: {
        TableName: '',
        Key: tallyKey(deed.subject, shardOf(deed.person, shardCount)),
        UpdateExpression: `ADD #counter :amount, heat :heat, revision :one${ends ? ' SET votingUntil = if_not_exists(votingUntil, :until)' : ''}`,
        ...(ends && { ConditionExpression: 'attribute_not_exists(votingUntil) OR votingUntil > :now' }),
        ExpressionAttributeNames: { '#counter': deed.counter },
        ExpressionAttributeValues: {
          ':amount': deed.amount,
          ':heat': deed.amount * heatOf(deed.counter, deed.at),
          ':one': 1,
          ...(ends && { ':until': deed.openUntil ?? endless, ':now': iso(ctx.now()) }),
        },
      },
    },
    refused,
  };
}

/** Later than any time: voting without an end. */
const endless = '9999';

/** Earlier than any time: voting is over, also for a vote on its way whose clock shows a moment before. */
const over = '0';

/** Parts that set when voting ends on every shard: a time, or null for no end. */
export function votingEndParts(subject: SubjectId, until: string | null): Part[] {
  return endParts(subject, until ?? endless);
}

/** Parts that end voting here and now: no deed written after them is counted, whenever it was begun. */
export function votingOverParts(subject: SubjectId): Part[] {
  return endParts(subject, over);
}

function endParts(subject: SubjectId, votingUntil: string): Part[] {
  return shards.map((shard) => ({
    write: {
      Update: {
        TableName: '',
        Key: tallyKey(subject, shard),
        UpdateExpression: 'SET votingUntil = :until',
        ExpressionAttributeValues: { ':until': votingUntil },
      },
    },
  }));
}

const names: readonly (keyof Tally)[] = [...counters, 'heat', 'revision'];
const nothing = Object.fromEntries(names.map((name) => [name, 0])) as Tally;

/** The shards of a subject's tally, read strongly (8 RCU); those not there yet as zeros. */
export async function readShards(ctx: Ctx, subject: SubjectId): Promise<Tally[]> {
  const keys = shards.map((shard) => tallyKey(subject, shard));
  return (await getItems(ctx, keys, { consistent: true })).map(tallyOf);
}

/**
 * The exact counts of a subject now: the sum of its shards, read strongly (8 RCU). Those who ask while one sum of the
 * subject is being read share the next, so that each answer was begun after its question: a vote just cast is in it.
 */
export const sumTally = sharingTheNext(
  async (ctx: Ctx, subject: SubjectId): Promise<Tally> => sumOf(await readShards(ctx, subject)),
  (ctx, subject) => `${ctx.db.table} ${subject}`,
);

function tallyOf(shard: Record<string, unknown> | undefined): Tally {
  return Object.fromEntries(names.map((name) => [name, Number(shard?.[name] ?? 0)])) as Tally;
}

function sumOf(shards: readonly Tally[]): Tally {
  const sum = { ...nothing };
  for (const shard of shards) for (const name of names) sum[name] += shard[name];
  return sum;
}

/** Sets the votes counted in a shard, unless it has moved on from the revision it was read at. Heat stays as it is. */
export async function setShardSupport(
  ctx: Ctx,
  subject: SubjectId,
  shard: number,
  support: number,
  revision: number,
): Promise<void> {
  try {
    await ctx.db.client.send(
      new UpdateCommand({
        TableName: ctx.db.table,
        Key: tallyKey(subject, shard),
        UpdateExpression: 'SET support = :support, requestId = :requestId ADD revision :one',
        ConditionExpression: revision === 0 ? 'attribute_not_exists(revision)' : 'revision = :revision',
        ExpressionAttributeValues: {
          ':support': support,
          ':requestId': ctx.requestId,
          ':one': 1,
          ...(revision > 0 && { ':revision': revision }),
        },
      }),
    );
  } catch (error) {
    // Somebody voted in this moment: the next recount looks again.
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}

/** Subjects whose shards are read in one call. */
export const subjectsTogether = Math.floor(getTogether / shardCount);

/** The exact counts of subjects (at most `subjectsTogether`), in their order, each the sum of its shards. */
export async function sumTallies(ctx: Ctx, subjects: readonly SubjectId[]): Promise<Tally[]> {
  const keys = subjects.flatMap((subject) => shards.map((shard) => tallyKey(subject, shard)));
  const found = (await getItems(ctx, keys, { consistent: true })).map(tallyOf);
  return subjects.map((_, index) => sumOf(found.slice(index * shardCount, (index + 1) * shardCount)));
}
