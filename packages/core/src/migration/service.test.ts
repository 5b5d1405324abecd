/** A migration changes every item once, loses nothing written meanwhile, and continues where it was interrupted. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { BatchWriteCommand, GetCommand, ScanCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, expect, it } from 'vitest';
import type { Item } from '../db/keys.ts';
import { makeCtx } from '../testing/context.ts';
import { useTable } from '../testing/table.ts';
import type { Migration } from './rules.ts';
import { type MigrationRun, runMigrations } from './service.ts';

const table = useTable();
const ctx = makeCtx(table, { kind: 'system', name: 'test' });
const count = 100;
const forever = new Date('2100-01-01');
const atOnce = new Date(0);

/** Text that should be a number: `size: "7"` becomes `area: 7`. Each test has its own. */
const areaOf = (over: Partial<Migration> = {}): Migration => ({
  id: `0001-area-${randomUUID()}`,
  describe: 'The size, as a number called area',
  up({ size, ...item }) {
    return item.pk.startsWith('thing') && size !== undefined ? { ...item, area: Number(size) } : undefined;
  },
  ...over,
});
const run = async (migration: Migration, options: Partial<MigrationRun> = {}) =>
  (await runMigrations(ctx, [migration], { until: forever, pageSize: 7, ...options }))[0]!;

async function things(): Promise<Item[]> {
  const items: Item[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const asked = { TableName: table.tableName, ConsistentRead: true, ExclusiveStartKey: from };
    const page = await table.client.send(new ScanCommand(asked));
    items.push(...((page.Items ?? []) as Item[]));
    from = page.LastEvaluatedKey;
  } while (from);
  return items.filter(({ pk }) => pk.startsWith('thing'));
}
const get = async (pk: string) =>
  (await table.client.send(new GetCommand({ TableName: table.tableName, Key: { pk, sk: 'CARD' } }))).Item;
const update = (pk: string, UpdateExpression: string, values: Record<string, unknown>, condition?: string) =>
  table.client.send(
    new UpdateCommand({
      TableName: table.tableName,
      Key: { pk, sk: 'CARD' },
      UpdateExpression,
      ConditionExpression: condition,
      ExpressionAttributeNames: { '#size': 'size' },
      ExpressionAttributeValues: values,
    }),
  );
const isMigrated = (items: Item[]) =>
  items.length === count && items.every(({ size, area, at }) => size === undefined && area === at);

beforeEach(async () => {
  const all = Array.from({ length: count }, (_, at) => ({
    PutRequest: { Item: { pk: `thing-${at}`, sk: 'CARD', at, size: String(at), words: { vi: ['à'] }, votes: 0 } },
  }));
  const starts = Array.from({ length: count / 25 }, (_, part) => part * 25);
  const putSome = (at: number) =>
    table.client.send(new BatchWriteCommand({ RequestItems: { [table.tableName]: all.slice(at, at + 25) } }));
  await Promise.all(starts.map(putSome));
});

it('changes what it should, once, and nothing in a dry run', async () => {
  const migration = areaOf();
  const before = await things();
  expect(await run(migration, { isDry: true })).toMatchObject({ changed: count, failed: 0, isDone: true });
  expect(await things()).toEqual(before);
  const done = await run(migration);
  expect(done).toMatchObject({ changed: count, failed: 0, isDone: true });
  expect(done.seen).toBeGreaterThanOrEqual(count);
  expect(isMigrated(await things())).toBe(true);
  expect(await get('thing-7')).toEqual({ pk: 'thing-7', sk: 'CARD', at: 7, area: 7, words: { vi: ['à'] }, votes: 0 });
  expect(await run(migration)).toMatchObject({ seen: 0, changed: 0, isDone: true });
});

it('continues where it was interrupted', async () => {
  const migration = areaOf();
  const first = await run(migration, { until: atOnce });
  expect(first.isDone).toBe(false);
  expect(first.seen).toBeLessThan(count);
  let seen = first.seen;
  let runs = 1;
  for (let last = first; !last.isDone && runs < 50; runs++) {
    last = await run(migration, { until: atOnce });
    seen += last.seen;
  }
  expect(isMigrated(await things())).toBe(true);
  // Each item once, and the places of this and of earlier migrations.
  expect(seen).toBeLessThan(count + 50);
  expect(runs).toBeGreaterThan(4);
});

it('starts again when asked, for what an old version wrote late', async () => {
  const migration = areaOf();
  await run(migration);
  await update('thing-3', 'SET #size = :size REMOVE area', { ':size': '3' });
  expect((await run(migration)).changed).toBe(0);
  expect(await run(migration, { isAgain: true })).toMatchObject({ changed: 1, isDone: true });
  expect(isMigrated(await things())).toBe(true);
});

it('two at once are as good as one', async () => {
  const migration = areaOf();
  const both = await Promise.all([run(migration), run(migration)]);
  expect(both.map(({ isDone }) => isDone)).toEqual([true, true]);
  expect(both[0]!.changed + both[1]!.changed).toBe(count);
  expect(isMigrated(await things())).toBe(true);
});

it('goes by what an item is when it is changed, not by what it was when read', async () => {
  const writers = ['thing-5', 'thing-6', 'thing-7', 'thing-8'].map(async (pk) => {
    for (let size = 1_000; ; size++) {
      const isTaken = await update(pk, 'SET #size = :size', { ':size': String(size) }, 'attribute_exists(#size)').then(
        () => true,
        () => false,
      );
      if (!isTaken) return { pk, last: size - 1 };
      await sleep(Math.random() * 4);
    }
  });
  // Nobody writes an item as often as this; a change that lost ten times is tried again in the next run.
  const migration = areaOf();
  let runs = 0;
  for (let isDone = false; !isDone && runs < 50; runs++) ({ isDone } = await run(migration));
  expect(runs).toBeLessThan(50);
  for (const { pk, last } of await Promise.all(writers)) {
    expect(last).toBeGreaterThan(1_000);
    expect(await get(pk)).toMatchObject({ area: last });
  }
});

it('skips an item it can’t change, reports it, and tries it again in the next run', async () => {
  let isBroken = true;
  const healthy = areaOf();
  const migration: Migration = {
    ...healthy,
    up(item, read) {
      if (isBroken && item.pk === 'thing-11') throw new Error('no');
      return healthy.up(item, read);
    },
  };
  expect(await run(migration)).toMatchObject({ changed: count - 1, failed: 1, isDone: false });
  isBroken = false;
  expect(await run(migration)).toMatchObject({ changed: 1, failed: 0, isDone: true });
  expect(isMigrated(await things())).toBe(true);
});

it('does not forget what failed when it is interrupted afterwards', async () => {
  let isBroken = true;
  const healthy = areaOf();
  const migration: Migration = {
    ...healthy,
    up(item, read) {
      if (isBroken && item.pk.startsWith('thing')) throw new Error('no');
      return healthy.up(item, read);
    },
  };
  await run(migration, { until: atOnce });
  isBroken = false;
  await run(migration);
  await run(migration);
  expect(isMigrated(await things())).toBe(true);
});

it('the next migration waits for the one before', async () => {
  const failing = areaOf({
    up(item) {
      if (item.pk === 'thing-1') throw new Error('no');
      return undefined;
    },
  });
  const ran = await runMigrations(ctx, [failing, areaOf()], { until: forever });
  expect(ran.map(({ id }) => id)).toEqual([failing.id]);
});
