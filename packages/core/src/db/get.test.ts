/** Reads of one item at the same time: what need not be consistent is asked for once. */
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import type { Ctx } from '../shared/context.ts';
import { makeCtx } from '../testing/context.ts';
import { useTable } from '../testing/table.ts';
import { getItem, getItems } from './get.ts';

const table = useTable();
const key = { pk: 'a', sk: 'A' };
const other = { pk: 'b', sk: 'B' };

let ctx: Ctx;
let calls: string[] = [];
/** What the next call fails with. */
let failure: Error | undefined;

const put = (item: object) =>
  table.client.send(new PutCommand({ TableName: table.tableName, Item: { ...key, ...item } }));

beforeAll(() => {
  ctx = makeCtx(table, { kind: 'anonymous' });
  table.client.middlewareStack.add(
    (next, context) => (args) => {
      calls.push(String(context.commandName));
      const error = failure;
      failure = undefined;
      return error ? Promise.reject(error) : next(args);
    },
    { step: 'initialize' },
  );
});

beforeEach(async () => {
  await put({ text: 'Một' });
  calls = [];
});

it('joins a read of the same item that is under way', async () => {
  const found = await Promise.all([getItem(ctx, key), getItem(ctx, key), getItem(ctx, other)]);
  expect(found).toEqual([{ ...key, text: 'Một' }, { ...key, text: 'Một' }, undefined]);
  expect(calls).toEqual(['GetItemCommand', 'GetItemCommand']);
});

it('joins one of several items', async () => {
  const [several, one, none] = await Promise.all([getItems(ctx, [other, key]), getItem(ctx, key), getItem(ctx, other)]);
  expect([several, one, none]).toEqual([[undefined, { ...key, text: 'Một' }], { ...key, text: 'Một' }, undefined]);
  expect(calls).toEqual(['BatchGetItemCommand']);
});

it('joins none when it must be consistent', async () => {
  const consistent = { consistent: true };
  await Promise.all([
    getItem(ctx, key),
    getItem(ctx, key, consistent),
    getItems(ctx, [key], consistent),
    getItem(ctx, key, consistent),
  ]);
  expect(calls.toSorted()).toEqual(['BatchGetItemCommand', 'GetItemCommand', 'GetItemCommand', 'GetItemCommand']);
});

it('reads again what it read before', async () => {
  await getItem(ctx, key);
  await put({ text: 'Hai' });
  expect(await getItem(ctx, key)).toMatchObject({ text: 'Hai' });
});

it('fails with the read it joined, and the next one does not', async () => {
  failure = new Error('no answer');
  const [first, joined] = await Promise.allSettled([getItem(ctx, key), getItem(ctx, key)]);
  expect([first.status, joined.status]).toEqual(['rejected', 'rejected']);
  failure = new Error('no answer');
  await expect(getItems(ctx, [key, other])).rejects.toThrow('no answer');
  expect(await getItem(ctx, key)).toMatchObject({ text: 'Một' });
});
