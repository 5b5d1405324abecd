/** Every item of the table, part by part, the place a migration has reached, and its conditional writes. */
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand, ScanCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { getItem } from '../db/get.ts';
import { type Item, type Key, migrationPartKey } from '../db/keys.ts';
import type { Ctx } from '../shared/context.ts';
import { iso } from '../shared/time.ts';
import type { Change } from './rules.ts';

/** Parts in which the table is scanned: each its own partition of keys, so that a scan reads evenly from the whole table. */
export const partCount = 4;

/** Where a part is: after which key, or at its end. `revision` counts the pages noted. */
export type Place = { after?: Key; isDone: boolean; hasFailed: boolean; revision: number };

/** The next items of a part. A scan: only the migrations of the operators may. */
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

/** The notes of migrations that have been through every item: for a table whose items were never of an older shape. */
export function doneNotes(ids: readonly string[]): Item[] {
  const parts = Array.from({ length: partCount }, (_, part) => part);
  const done = { isDone: true, hasFailed: false, revision: 1 };
  return ids.flatMap((id) => parts.map((part) => ({ ...migrationPartKey(id, part), ...done })));
}

/** The place noted for a part; its beginning when there is none. */
export async function findPlace(ctx: Ctx, migration: string, part: number): Promise<Place> {
  const kept = await getItem(ctx, migrationPartKey(migration, part), { consistent: true });
  return (kept as Place | undefined) ?? { isDone: false, hasFailed: false, revision: 0 };
}

/** Notes a place one page on from `place`. False when another runner has noted one meanwhile: go on from that. */
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

/** Carries out a change. False when the item is no longer as it was read. */
export async function applyChange(ctx: Ctx, change: Change): Promise<boolean> {
  return ifHeld(ctx.db.client.send(new UpdateCommand({ TableName: ctx.db.table, ...change })));
}

/** Puts an item where there is none. False where there is one. */
export function putAbsent(ctx: Ctx, item: Item): Promise<boolean> {
  return ifHeld(
    ctx.db.client.send(
      new PutCommand({ TableName: ctx.db.table, Item: item, ConditionExpression: 'attribute_not_exists(pk)' }),
    ),
  );
}

/** The item as it is now. */
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
