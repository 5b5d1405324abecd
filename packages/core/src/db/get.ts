/** Reads by key: one, or many in one call. */

import { setTimeout as sleep } from 'node:timers/promises';
import { BatchGetCommand, GetCommand } from '@aws-sdk/lib-dynamodb';
import { AppError } from '../shared/app-error.ts';
import type { Ctx } from '../shared/context.ts';
import type { Item, Key } from './keys.ts';

/** The item at `key`, or undefined. An item that was read ahead with the session is taken from there, once. */
export async function getItem(ctx: Ctx, key: Key, options: { consistent?: boolean } = {}): Promise<Item | undefined> {
  if (ctx.readAhead?.key.pk === key.pk && ctx.readAhead.key.sk === key.sk) {
    const { item } = ctx.readAhead;
    delete ctx.readAhead;
    return item;
  }
  const answer = await ctx.db.client.send(
    new GetCommand({ TableName: ctx.db.table, Key: key, ConsistentRead: options.consistent ?? false }),
  );
  return answer.Item as Item | undefined;
}

const maxAttempts = 5;
/** Items per call, the most that DynamoDB takes. */
export const getTogether = 100;

/**
 * The items at `keys` (at most 100, all different), in the order of the keys; undefined where there is none.
 * @throws busy when DynamoDB keeps leaving keys unprocessed
 */
export async function getItems(
  ctx: Ctx,
  keys: readonly Key[],
  options: { consistent?: boolean } = {},
): Promise<(Item | undefined)[]> {
  const found = new Map<string, Item>();
  let wanted: Key[] = [...keys];
  for (let attempt = 1; wanted.length > 0; attempt++) {
    if (attempt > maxAttempts) throw new AppError('busy');
    if (attempt > 1) await sleep(Math.random() * 20 * 2 ** attempt);
    const answer = await ctx.db.client.send(
      new BatchGetCommand({
        RequestItems: { [ctx.db.table]: { Keys: wanted, ConsistentRead: options.consistent ?? false } },
      }),
    );
    for (const item of (answer.Responses?.[ctx.db.table] ?? []) as Item[]) found.set(mapKey(item), item);
    wanted = (answer.UnprocessedKeys?.[ctx.db.table]?.Keys ?? []) as Key[];
  }
  return keys.map((key) => found.get(mapKey(key)));
}

function mapKey(key: Key): string {
  return JSON.stringify([key.pk, key.sk]);
}
