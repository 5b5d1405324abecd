/** Reads every item of the table, part by part, and writes for migrations: their position, and conditional changes. */
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, PutCommand, ScanCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { getItem } from '../db/get.ts';
import { type Item, type Key, migrationPartKey } from '../db/keys.ts';
import type { Ctx } from '../shared/context.ts';
import { iso } from '../shared/time.ts';
import type { Change } from './rules.ts';

/** The number of parts of a scan: each covers its own range of partitions, so that a scan reads evenly from the whole table. */
export const partCount = 4;

/** The position in a part: after this key, or at its end. `revision` counts the pages that were saved. */
export type Place = { after?: Key; isDone: boolean; hasFailed: boolean; revision: number };

/** The next items of a part. This is a DynamoDB Scan, which only migrations may use. */
export async function scanPart(
  ctx: Ctx,
  part: number,
  limit: number,
  after: Key | undefined,
  sortKeys?: readonly string[],
): Promise<{ items: Item[]; after?: Key }> {
  const values = Object.fromEntries(sortKeys?.map((sortKey, index) => [`:s${index}`, sortKey]) ?? []);
  const answer = await ctx.db.client.send(
    new ScanCommand({
      TableName: ctx.db.table,
      Segment: part,
      TotalSegments: partCount,
      ConsistentRead: true,
      Limit: limit,
      ...(sortKeys && {
        FilterExpression: `sk IN (${Object.keys(values).join(', ')})`,
        ExpressionAttributeValues: values,
      }),
      ExclusiveStartKey: after,
    }),
  );
  return { items: (answer.Items ?? []) as Item[], after: answer.LastEvaluatedKey as Key | undefined };
}

/** The saved positions of finished migrations: for a new table, whose items never had an older shape. */
export function doneNotes(ids: readonly string[]): Item[] {
  const parts = Array.from({ length: partCount }, (_, part) => part);
  const done = { isDone: true, hasFailed: false, revision: 1 };
  return ids.flatMap((id) => parts.map((part) => ({ ...migrationPartKey(id, part), ...done })));
}

/** The saved position of a part; its beginning when there is none. */
export async function findPlace(ctx: Ctx, migration: string, part: number): Promise<Place> {
  const kept = await getItem(ctx, migrationPartKey(migration, part), { consistent: true });
  return (kept as Place | undefined) ?? { isDone: false, hasFailed: false, revision: 0 };
}

/** Saves the position one page after `place`. False when another run has saved one meanwhile: then continue from that. */
export async function notePlace(
  ctx: Ctx,
  migration: string,
  part: number,
  place: Omit<Place, 'revision'>,
  revision: number,
): Promise<boolean> {
  return ifHeld(
    ctx.db.client.send(
      new PutCommand({
        TableName: ctx.db.table,
        Item: { ...migrationPartKey(migration, part), ...place, revision: revision + 1, updatedAt: iso(ctx.now()) },
        ConditionExpression: 'attribute_not_exists(pk) OR revision = :revision',
        ExpressionAttributeValues: { ':revision': revision },
      }),
    ),
  );
}

/** Writes a change. False when the item is no longer as it was read. */
export async function applyChange(ctx: Ctx, change: Change): Promise<boolean> {
  return ifHeld(ctx.db.client.send(new UpdateCommand({ TableName: ctx.db.table, ...change })));
}

/** Deletes an item. */
export async function deleteItem(ctx: Ctx, { pk, sk }: Key): Promise<void> {
  await ctx.db.client.send(new DeleteCommand({ TableName: ctx.db.table, Key: { pk, sk } }));
}

/** Puts an item if there is none. False if there is one. */
export function putAbsent(ctx: Ctx, item: Item): Promise<boolean> {
  return ifHeld(
    ctx.db.client.send(
      new PutCommand({ TableName: ctx.db.table, Item: item, ConditionExpression: 'attribute_not_exists(pk)' }),
    ),
  );
}

/** The current item. */
export function readAgain(ctx: Ctx, { pk, sk }: Key): Promise<Item | undefined> {
  return getItem(ctx, { pk, sk }, { consistent: true });
}

async function ifHeld(sent: Promise<unknown>): Promise<boolean> {
  try {
    await sent;
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}
