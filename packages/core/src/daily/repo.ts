/** Figures of days in the table, one small item each; and what they are counted from. */
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { getItems } from '../db/get.ts';
import {
  cameShards,
  changedPartition,
  changeShardCount,
  dayFiguresKey,
  decidedPartition,
  type Item,
  joinedPartition,
  queuePartition,
  reportedPartition,
  votedPartition,
  voteShards,
} from '../db/keys.ts';
import { type PageQuery, queryPage } from '../db/query.ts';
import type { Ctx } from '../shared/context.ts';
import { idAt } from '../shared/ids.ts';
import { iso, startOfHanoiDay } from '../shared/time.ts';
import type { DayFigures } from './schema.ts';

/** The figures of some days in one read, in their order; undefined for those that were never counted. */
export async function findDays(ctx: Ctx, days: readonly string[]): Promise<(DayFigures | undefined)[]> {
  return (await getItems(ctx, days.map(dayFiguresKey))) as unknown as (DayFigures | undefined)[];
}

/** Sets the figures of a day, unless ones counted later are there. */
export async function putDay(ctx: Ctx, figures: DayFigures): Promise<void> {
  try {
    await ctx.db.client.send(
      new PutCommand({
        TableName: ctx.db.table,
        Item: { ...dayFiguresKey(figures.day), ...figures },
        ConditionExpression: 'attribute_not_exists(pk) OR updatedAt < :at',
        ExpressionAttributeValues: { ':at': figures.updatedAt },
      }),
    );
  } catch (error) {
    // A run that began later finished earlier: its figures stay.
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
}

const shards = (count: number) => Array.from({ length: count }, (_, shard) => shard);

/** Public items that changed since the first instant of a day: all that came on it is among them, as each is there at its latest change. */
export function changedSince(ctx: Ctx, day: string): AsyncGenerator<Item> {
  const from = iso(startOfHanoiDay(day));
  const fields = ['publishedAt', 'createdAt'];
  const partitions = shards(changeShardCount).map(changedPartition);
  return itemsOf(ctx, partitions, { index: 'gsi3', from, fields });
}

/** The claims of those who joined on a day. */
export function joinedOn(ctx: Ctx, day: string): AsyncGenerator<Item> {
  const partitions = shards(cameShards).map((shard) => joinedPartition(day, shard));
  return itemsOf(ctx, partitions, { index: 'gsi2', fields: [] });
}

/** Votes of a day that stand. */
export function votedOn(ctx: Ctx, day: string): AsyncGenerator<Item> {
  const partitions = shards(voteShards).map((shard) => votedPartition(day, shard));
  return itemsOf(ctx, partitions, { index: 'gsi2', fields: [] });
}

/** Reports of a day. */
export function reportedOn(ctx: Ctx, day: string): AsyncGenerator<Item> {
  const partitions = shards(cameShards).map((shard) => reportedPartition(day, shard));
  return itemsOf(ctx, partitions, { index: 'gsi2', fields: [] });
}

/** Decisions from a day on, to the end of its month. */
export function decidedSince(ctx: Ctx, day: string): AsyncGenerator<Item> {
  const from = idAt('decision', startOfHanoiDay(day));
  return itemsOf(ctx, [decidedPartition(day.slice(0, 7))], { index: 'gsi3', from, fields: ['at'] });
}

/** Items that wait for moderators. */
export function waiting(ctx: Ctx): AsyncGenerator<Item> {
  return itemsOf(ctx, [queuePartition()], { index: 'gsi1', fields: ['openedAt'] });
}

const pageSize = 500;

type Read = Pick<PageQuery, 'index' | 'from' | 'fields'>;

/** All items of some partitions, page by page. */
async function* itemsOf(ctx: Ctx, partitions: readonly string[], read: Read): AsyncGenerator<Item> {
  for (const partition of partitions) {
    let cursor: string | undefined;
    do {
      const query = { list: partition, partition, order: 'ascending', limit: pageSize, cursor, ...read } as const;
      const page = await queryPage(ctx, query);
      yield* page.items;
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
  }
}
