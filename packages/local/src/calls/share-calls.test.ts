/** Commands that share a call succeed, fail and are answered as if each had been sent alone. */
import { randomUUID } from 'node:crypto';
import { ConditionalCheckFailedException, TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  BatchWriteCommand,
  DeleteCommand,
  GetCommand,
  PutCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { putNew, transact } from '@hanoi/core/db/transact';
import { makeCtx } from '@hanoi/core/testing/context';
import { useTable } from '@hanoi/core/testing/table';
import { expect, test } from 'vitest';
import { shareCalls } from './share-calls.ts';

const table = useTable();
const TableName = table.tableName;

test('a refused write keeps none of the others back, and gets its own reasons', async () => {
  const { put, sent, find } = makeShared();
  await put('a');
  const before = sent();
  const outcomes = await Promise.allSettled([put('b'), put('a', 'beside'), put('c')]);
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  const { reason } = outcomes[1] as PromiseRejectedResult;
  expect(reason).toBeInstanceOf(TransactionCanceledException);
  expect(reason.CancellationReasons.map(({ Code }: { Code: string }) => Code)).toEqual([
    'ConditionalCheckFailed',
    'None',
  ]);
  expect(sent() - before).toBe(2);
  expect(await Promise.all(['a', 'b', 'c', 'beside'].map((key) => find(key)))).toEqual(['a', 'b', 'c', undefined]);
});

test('a write that the engine does not understand fails alone', async () => {
  const { send, put, find } = makeShared();
  const wrong = new TransactWriteCommand({ TransactItems: [{ Put: { TableName, Item: { pk: 'no sort key' } } }] });
  const outcomes = await Promise.allSettled([put('d'), send(wrong), put('e')]);
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(await Promise.all(['d', 'e'].map((key) => find(key)))).toEqual(['d', 'e']);
});

test('many writes are few calls, and of those of one item exactly one wins', async () => {
  const { put, sent, find } = makeShared();
  const keys = Array.from({ length: 150 }, (_, number) => `many ${number}`);
  await Promise.all(keys.map((key) => put(key)));
  expect(sent()).toBe(3);
  expect(await Promise.all(keys.map((key) => find(key)))).toEqual(keys);
  const outcomes = await Promise.allSettled(Array.from({ length: 50 }, () => put('wanted by all')));
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('writes that are no transaction go with the others, and are refused in their own way', async () => {
  const { send, sent, put, find } = makeShared();
  const single = (pk: string) =>
    send(new PutCommand({ TableName, Item: { pk, sk: 'X' }, ConditionExpression: 'attribute_not_exists(pk)' }));
  const many = Array.from({ length: 20 }, (_, number) => `batch ${number}`);
  const RequestItems = { [TableName]: many.map((pk) => ({ PutRequest: { Item: { pk, sk: 'X' } } })) };
  await put('there');
  const before = sent();
  const outcomes = await Promise.allSettled([
    single('alone'),
    send(new BatchWriteCommand({ RequestItems })),
    single('there'),
    send(new UpdateCommand({ TableName, Key: { pk: 'counted', sk: 'X' }, UpdateExpression: 'ADD #n :n', ...one })),
    send(new DeleteCommand({ TableName, Key: { pk: 'not there', sk: 'X' } })),
  ]);
  expect(outcomes.map(({ status }) => status)).toEqual([
    'fulfilled',
    'fulfilled',
    'rejected',
    'fulfilled',
    'fulfilled',
  ]);
  expect((outcomes[2] as PromiseRejectedResult).reason).toBeInstanceOf(ConditionalCheckFailedException);
  expect(sent() - before).toBe(2);
  expect(await Promise.all(['alone', 'counted', ...many].map((key) => find(key)))).toEqual([
    'alone',
    'counted',
    ...many,
  ]);
});

test('a transaction that is sent alone again, with the same token, is done once', async () => {
  const { send, find } = makeShared();
  const add = () => {
    const Update = { TableName, Key: { pk: 'once', sk: 'X' }, UpdateExpression: 'ADD #n :n', ...one };
    return send(new TransactWriteCommand({ TransactItems: [{ Update }], ClientRequestToken: 'the same' }));
  };
  await add();
  await add();
  expect(await find('once', 'n')).toBe(1);
});

test('use cases share commits, too', async () => {
  const { db, sent, find } = makeShared();
  const ctx = makeCtx({ ...table, ...db }, { kind: 'system', name: 'test' });
  const keys = Array.from({ length: 20 }, (_, number) => `use case ${number}`);
  await Promise.all(keys.map((pk) => transact(ctx, [putNew({ pk, sk: 'X' })])));
  expect(sent()).toBe(1);
  expect(await Promise.all(keys.map((key) => find(key)))).toEqual(keys);
});

test('what somebody waits for is written before batches that came earlier', async () => {
  const { send, put } = makeShared();
  const done: string[] = [];
  const batch = async (name: string) => {
    const rows = Array.from({ length: 25 }, (_, row) => ({ PutRequest: { Item: { pk: `${name} ${row}`, sk: 'X' } } }));
    await send(new BatchWriteCommand({ RequestItems: { [TableName]: rows } }));
    done.push(name);
  };
  const names = Array.from({ length: 8 }, (_, number) => `rows ${number}`);
  await Promise.all([...names.map(batch), put('hurried').then(() => done.push('hurried'))]);
  expect(done.slice(0, 2)).toContain('hurried');
  expect([...done].sort()).toEqual(['hurried', ...names]);
});

const one = { ExpressionAttributeNames: { '#n': 'n' }, ExpressionAttributeValues: { ':n': 1 } };

test('many reads are few calls, each answered with its own', async () => {
  const { send, sent, put } = makeShared();
  const keys = Array.from({ length: 30 }, (_, number) => `read ${number}`);
  await Promise.all(keys.map((key) => put(key)));
  const before = sent();
  const get = async (pk: string, strong: boolean) => {
    const answer = await send(new GetCommand({ TableName, Key: { pk, sk: 'X' }, ConsistentRead: strong }));
    return (answer as { Item?: { pk: string } }).Item?.pk;
  };
  const both = async (...pks: string[]) => {
    const Keys = pks.map((pk) => ({ pk, sk: 'X' }));
    const answer = await send(new BatchGetCommand({ RequestItems: { [TableName]: { Keys, ConsistentRead: true } } }));
    const { Responses = {} } = answer as { Responses?: Record<string, { pk: string }[]> };
    return (Responses[TableName] ?? []).map(({ pk }) => pk);
  };
  const [weak, strong, pairs] = await Promise.all([
    Promise.all([...keys, 'not there'].map((pk) => get(pk, false))),
    Promise.all(keys.map((pk) => get(pk, true))),
    Promise.all(keys.map((pk) => both(pk, keys[0] === pk ? 'not there' : keys[0]!))),
  ]);
  expect(weak).toEqual([...keys, undefined]);
  expect(strong).toEqual(keys);
  expect(pairs).toEqual(keys.map((pk) => (pk === keys[0] ? [pk] : [pk, keys[0]])));
  expect(sent() - before).toBeLessThanOrEqual(4);
});

test('an item that several get is not the same object for them', async () => {
  const { send } = makeShared();
  await table.client.send(new PutCommand({ TableName, Item: { pk: 'shared', sk: 'X', count: 1 } }));
  const get = async () =>
    (await send(new GetCommand({ TableName, Key: { pk: 'shared', sk: 'X' } }))) as { Item: { count: number } };
  const [first, second] = await Promise.all([get(), get()]);
  first.Item.count = 2;
  expect(second.Item.count).toBe(1);
});

test('a strong read sees what was acknowledged before it was asked', async () => {
  const { put, send } = makeShared();
  const seen = Array.from({ length: 100 }, async (_, number) => {
    const Key = { pk: `own ${number}`, sk: 'X' };
    await put(Key.pk);
    const answer = await send(new GetCommand({ TableName, Key, ConsistentRead: true }));
    return (answer as { Item?: unknown }).Item;
  });
  expect(await Promise.all(seen)).not.toContain(undefined);
});

/** A shared table, and how many calls it has made. */
function makeShared() {
  let calls = 0;
  const client = {
    send(command: Parameters<typeof table.client.send>[0]) {
      calls++;
      return table.client.send(command);
    },
  } as typeof table.client;
  const db = shareCalls({ client, table: TableName });
  const send = (command: object): Promise<unknown> => db.client.send(command as never);
  const put = (...pks: string[]) => {
    const Put = (pk: string) => ({
      TableName,
      Item: { pk, sk: 'X' },
      ConditionExpression: 'attribute_not_exists(pk)',
    });
    const TransactItems = pks.map((pk) => ({ Put: Put(pk) }));
    return send(new TransactWriteCommand({ TransactItems, ClientRequestToken: randomUUID() }));
  };
  const find = async (pk: string, field = 'pk') => {
    const { Item } = await table.client.send(new GetCommand({ TableName, Key: { pk, sk: 'X' } }));
    return Item?.[field];
  };
  return { db, send, put, find, sent: () => calls };
}
