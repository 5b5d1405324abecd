/** Reads by key: one, or many in one call. */

import { setTimeout as sleep } from 'node:timers/promises';
import { BatchGetCommand, GetCommand } from '@aws-sdk/lib-dynamodb';
import { AppError } from '../shared/app-error.ts';
import type { Ctx } from '../shared/context.ts';
import type { Item, Key } from './keys.ts';

type Db = Ctx['db'];
type Reading = Promise<Item | undefined>;

/** Reads that are under way, by table and key; those that may answer what was a moment ago. */
const underWay = new WeakMap<Db['client'], Map<string, Reading>>();

/**
 * The item at `key`, or undefined. An item that was read ahead with the session is taken from there, once. A read that need not be
 * consistent joins one of the same item that is under way: the calls of one page look at the same card at once.
 */
export async function getItem(ctx: Ctx, key: Key, options: { consistent?: boolean } = {}): Promise<Item | undefined> {
  if (ctx.readAhead?.key.pk === key.pk && ctx.readAhead.key.sk === key.sk) {
    const { item } = ctx.readAhead;
    delete ctx.readAhead;
    return item;
  }
  if (options.consistent) return sendGet(ctx, key, true);
  return readingOf(ctx.db, key) ?? share(ctx.db, key, sendGet(ctx, key, false));
}

async function sendGet({ db }: Ctx, key: Key, consistent: boolean): Reading {
  const answer = await db.client.send(new GetCommand({ TableName: db.table, Key: key, ConsistentRead: consistent }));
  return answer.Item as Item | undefined;
}

function readingOf({ client, table }: Db, key: Key): Reading | undefined {
  return underWay.get(client)?.get(`${table} ${mapKey(key)}`);
}

/** Lets others join the read until it ends. */
function share({ client, table }: Db, key: Key, reading: Reading): Reading {
  const readings = underWay.get(client) ?? new Map<string, Reading>();
  underWay.set(client, readings);
  const name = `${table} ${mapKey(key)}`;
  readings.set(name, reading);
  const end = () => {
    if (readings.get(name) === reading) readings.delete(name);
  };
  // Whoever reads gets the failure; here it only ends the read.
  reading.then(end, end);
  return reading;
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
  const reading = sendGetItems(ctx, keys, options);
  if (!options.consistent) {
    for (const [index, key] of keys.entries())
      share(
        ctx.db,
        key,
        reading.then((items) => items[index]),
      );
  }
  return reading;
}

async function sendGetItems(
  ctx: Ctx,
  keys: readonly Key[],
  options: { consistent?: boolean },
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
