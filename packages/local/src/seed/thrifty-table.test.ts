/** Writes that travel together succeed and fail as if each went alone. */

import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { putNew, transact } from '@hanoi/core/db/transact';
import type { Ctx } from '@hanoi/core/shared/context';
import { useTable } from '@hanoi/testing/engine';
import { expect, test } from 'vitest';
import { thriftyTable } from './thrifty-table.ts';
import { acting } from './world.ts';

class Taken extends Error {}

const table = useTable();

test('a refused write keeps none of the others back, and is told why', async () => {
  const { ctx, sent } = makeTeller();
  await put(ctx, 'a');
  const asked = ['b', 'a', 'c'].map((pk) => put(ctx, pk));
  const outcomes = (await Promise.allSettled(asked)).map(({ status }) => status);
  expect(outcomes).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  await expect(asked[1]).rejects.toThrow(Taken);
  expect(await Promise.all(['b', 'c'].map(find))).toEqual([
    { pk: 'b', sk: 'X' },
    { pk: 'c', sk: 'X' },
  ]);
  expect(sent()).toBeGreaterThan(2);
});

test('many writes are few calls, and two of one item are not one', async () => {
  const { ctx, sent } = makeTeller();
  const keys = Array.from({ length: 150 }, (_, number) => `many ${number}`);
  await Promise.all(keys.map((pk) => put(ctx, pk)));
  expect(sent()).toBeLessThanOrEqual(4);
  expect(await Promise.all(keys.map(find))).toEqual(keys.map((pk) => ({ pk, sk: 'X' })));
  const before = sent();
  // The first goes at once and alone; what is asked for meanwhile could go together.
  const outcomes = await Promise.allSettled(['first', 'twice', 'twice'].map((pk) => put(ctx, pk)));
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
  expect(sent() - before).toBe(3);
});

/** A context on the thrifty table, and how many calls it has made. */
function makeTeller() {
  let calls = 0;
  const client = {
    send(command: Parameters<typeof table.client.send>[0]) {
      calls++;
      return table.client.send(command);
    },
  } as typeof table.client;
  const db = thriftyTable({ client, table: table.tableName });
  return { ctx: acting(db, { kind: 'system', name: 'test' }, new Date(), 'test'), sent: () => calls };
}

function put(ctx: Ctx, pk: string): Promise<void> {
  return transact(ctx, [putNew({ pk, sk: 'X' }, () => new Taken())]);
}

async function find(pk: string): Promise<unknown> {
  const { Item } = await table.client.send(new GetCommand({ TableName: table.tableName, Key: { pk, sk: 'X' } }));
  return Item;
}
