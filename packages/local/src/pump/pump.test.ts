/** The pump delivers everything at least once, in order; only what cannot be processed becomes a dead letter. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BatchWriteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { table } from '@hanoi/core/db/table';
import { useTable } from '@hanoi/core/testing/table';
import { createStreamsClient } from '@hanoi/engine/client';
import { silentLog } from '@hanoi/engine/log';
import { ensureTable } from '@hanoi/engine/table';
import type { DynamoDBBatchResponse, DynamoDBRecord } from 'aws-lambda';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { slowestOf } from './checkpoint.ts';
import type { Consumer } from './consumer.ts';
import { type Pump, type PumpOptions, startPump } from './pump.ts';

const { client, endpoint } = useTable();
const streamsClient = createStreamsClient(endpoint);
let folder: string;
let tableName: string;
const running: Pump[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pump-'));
  tableName = `pump-${Math.random().toString(36).slice(2)}`;
  await ensureTable(client, tableName, table);
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((pump) => pump.stop()));
  rmSync(folder, { recursive: true });
});

type Batch = DynamoDBRecord[];
const idOf = (record: DynamoDBRecord) => record.dynamodb?.Keys?.pk?.S ?? '';

function consumer(
  handle: (records: Batch) => Promise<DynamoDBBatchResponse | undefined> | undefined,
  more: Partial<Consumer> = {},
): Consumer {
  const load = async () => async (event: { Records: Batch }) => (await handle(event.Records)) as DynamoDBBatchResponse;
  return {
    name: 'projection',
    filter: [],
    batchSize: 10,
    windowMs: 0,
    longestWindowMs: 0,
    maxAttempts: 2,
    load,
    ...more,
  };
}

async function start(consumers: Consumer[], more: Partial<PumpOptions> = {}): Promise<Pump> {
  const pump = await startPump({
    streamsClient,
    tableName,
    consumers,
    checkpointFile: join(folder, 'checkpoint.json'),
    deadLetterFile: join(folder, 'dlq.ndjson'),
    log: silentLog,
    contiguous: true,
    ...more,
  });
  running.push(pump);
  return pump;
}

async function put(...ids: string[]): Promise<void> {
  for (const id of ids) await client.send(new PutCommand({ TableName: tableName, Item: { pk: id, sk: 'x' } }));
}

test('records arrive in order, in batches, in the shape of Lambda', async () => {
  const batches: Batch[] = [];
  await put('a', 'b', 'c');
  const take = async (records: Batch) => void batches.push(records);
  const pump = await start([consumer(take as never, { batchSize: 2 })]);
  await pump.idle();
  expect(batches.map((batch) => batch.map(idOf))).toEqual([['a', 'b'], ['c']]);
  expect(batches[0]?.[0]).toMatchObject({
    eventID: expect.any(String),
    eventName: 'INSERT',
    eventSource: 'aws:dynamodb',
    dynamodb: {
      ApproximateCreationDateTime: expect.any(Number),
      Keys: { pk: { S: 'a' }, sk: { S: 'x' } },
      NewImage: { pk: { S: 'a' }, sk: { S: 'x' } },
      SequenceNumber: expect.any(String),
      StreamViewType: 'NEW_AND_OLD_IMAGES',
    },
  });
});

test('idle waits for what consumers themselves write', async () => {
  const seen: string[] = [];
  const pump = await start([
    consumer(async (records) => {
      for (const record of records) {
        seen.push(idOf(record));
        if (seen.length < 5) await put(`${idOf(record)}+`);
      }
      return undefined;
    }),
  ]);
  await put('a');
  await pump.idle();
  expect(seen).toEqual(['a', 'a+', 'a++', 'a+++', 'a++++']);
});

test('each consumer gets only what its filter lets pass', async () => {
  const seen: string[] = [];
  const filter = [{ Pattern: JSON.stringify({ dynamodb: { Keys: { pk: { S: [{ prefix: 'b' }] } } } }) }];
  const pump = await start([consumer((records) => void seen.push(...records.map(idOf)) as never, { filter })]);
  await put('a', 'b1', 'c', 'b2');
  await pump.idle();
  expect(seen).toEqual(['b1', 'b2']);
});

test('a partial failure is tried again from the first failed record', async () => {
  const calls: string[][] = [];
  await put('a', 'b', 'c');
  const pump = await start([
    consumer(async (records) => {
      calls.push(records.map(idOf));
      const failed = records.find((record) => idOf(record) === 'b');
      if (calls.length > 1 || !failed) return undefined;
      return { batchItemFailures: [{ itemIdentifier: failed.dynamodb?.SequenceNumber ?? '' }] };
    }),
  ]);
  await pump.idle();
  expect(calls).toEqual([
    ['a', 'b', 'c'],
    ['b', 'c'],
  ]);
});

test.each(['thrown', 'reported'])('a poison record (%s) becomes a dead letter and the rest go on', async (way) => {
  const applied = new Set<string>();
  const ids = Array.from({ length: 10 }, (_, i) => `r${i}`);
  await put(...ids);
  const other: string[] = [];
  const pump = await start([
    consumer(async (records) => {
      for (const record of records) {
        if (idOf(record) !== 'r6') applied.add(idOf(record));
        else if (way === 'thrown') throw new Error('poison');
        else return { batchItemFailures: [{ itemIdentifier: record.dynamodb?.SequenceNumber ?? '' }] };
      }
      return undefined;
    }),
    consumer((records) => void other.push(...records.map(idOf)) as never, { name: 'other' }),
  ]);
  await pump.idle();
  expect([...applied].sort()).toEqual(ids.filter((id) => id !== 'r6'));
  expect(other).toEqual(ids);
  const letters = readFileSync(join(folder, 'dlq.ndjson'), 'utf8').trim().split('\n');
  expect(letters.map((line) => idOf(JSON.parse(line).record))).toEqual(['r6']);
});

test('after a crash it continues from its checkpoint, repeating at most what was not saved', async () => {
  const seen: string[] = [];
  const take = () => consumer((records) => void seen.push(...records.map(idOf)) as never);
  const first = await start([take()]);
  await put('a', 'b');
  await first.idle();
  await first.stop();
  await put('c');
  const second = await start([take()]);
  await second.idle();
  expect(seen).toEqual(['a', 'b', 'c']);
  await second.stop();
  // A checkpoint lost in the crash means every record once more, none less.
  rmSync(join(folder, 'checkpoint.json'));
  const third = await start([take()]);
  await third.idle();
  expect(seen).toEqual(['a', 'b', 'c', 'a', 'b', 'c']);
});

test('a consumer that replaces others starts from the position of the slowest, and then from its own', async () => {
  const seen: string[] = [];
  const quick = consumer((() => undefined) as never, { name: 'quick' });
  const slow = consumer((records) => (idOf(records[0]!) === 'c' ? new Promise(() => undefined) : undefined), {
    name: 'slow',
    batchSize: 1,
  });
  const first = await start([quick, slow]);
  await put('a', 'b');
  await first.idle();
  await put('c', 'd');
  await expect.poll(() => readFileSync(join(folder, 'checkpoint.json'), 'utf8')).toMatch(/"4".*"2"/);
  await first.stop();

  const both = consumer((records) => void seen.push(...records.map(idOf)) as never, {
    name: 'both',
    formerly: ['quick', 'slow'],
  });
  const second = await start([both]);
  await second.idle();
  expect(seen).toEqual(['c', 'd']);
  await second.stop();
  await put('e');
  await (await start([both])).idle();
  expect(seen).toEqual(['c', 'd', 'e']);
});

test('of two positions the earlier counts; a finished shard is the latest, one not begun the earliest', () => {
  const saved = {
    quick: { one: '10', two: 'finished', three: 'finished', four: '7' },
    slow: { one: '9', two: 'finished', three: '5' },
  };
  expect(slowestOf(saved, ['quick', 'slow'])).toEqual({ one: '9', two: 'finished', three: '5' });
  expect(slowestOf(saved, ['slow', 'quick'])).toEqual({ one: '9', two: 'finished', three: '5' });
  expect(slowestOf(saved, ['quick', 'unknown'])).toEqual({});
  expect(slowestOf(saved, [])).toEqual({});
});

test('a record on which the process stopped comes again', async () => {
  const seen: string[] = [];
  const hang = () => new Promise<undefined>(() => undefined);
  const first = await start([
    consumer((records) => {
      seen.push(...records.map(idOf));
      return hang();
    }),
  ]);
  await put('a');
  await expect.poll(() => seen).toEqual(['a']);
  await first.stop();
  const second = await start([consumer((records) => void seen.push(...records.map(idOf)) as never)]);
  await second.idle();
  expect(seen).toEqual(['a', 'a']);
});

test('a stream that lost records is detected', async () => {
  let gaps = 0;
  const seen: string[] = [];
  const take = consumer((records) => void seen.push(...records.map(idOf)) as never);
  const onGap = () => void gaps++;
  const first = await start([take], { onGap });
  await put('a', 'b');
  await first.idle();
  await first.stop();
  const file = join(folder, 'checkpoint.json');
  const saved = readFileSync(file, 'utf8');
  expect(saved).toContain('"2"');
  const { writeFileSync } = await import('node:fs');
  writeFileSync(file, saved.replace('"2"', '"999"'));
  const second = await start([take], { onGap });
  await put('c');
  await second.idle();
  expect(gaps).toBe(1);
  expect(seen).toEqual(['a', 'b', 'a', 'b', 'c']);
});

test('thousands of records pass in order, none lost', async () => {
  const seen: string[] = [];
  const pump = await start([consumer((records) => void seen.push(...records.map(idOf)) as never, { batchSize: 100 })]);
  const ids = Array.from({ length: 3000 }, (_, i) => `n${String(i).padStart(4, '0')}`);
  for (let i = 0; i < ids.length; i += 25) {
    const puts = ids.slice(i, i + 25).map((pk) => ({ PutRequest: { Item: { pk, sk: 'x' } } }));
    await client.send(new BatchWriteCommand({ RequestItems: { [tableName]: puts } }));
  }
  await pump.idle();
  expect(seen.toSorted()).toEqual(ids);
  expect(existsSync(join(folder, 'dlq.ndjson'))).toBe(false);
});
