/** Dead letters are projected from the current items, from the file of a data folder and from a queue; those that fail again stay. */
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ListStreamsCommand } from '@aws-sdk/client-dynamodb-streams';
import { SQSClient } from '@aws-sdk/client-sqs';
import { editChallenge, raiseChallenge } from '@hanoi/core/challenge/service';
import { listCards } from '@hanoi/core/listing/repo';
import { makeNewChallenge } from '@hanoi/core/testing/challenge';
import { makeCtx, makePerson } from '@hanoi/core/testing/context';
import { useTable } from '@hanoi/core/testing/table';
import { createStreamsClient } from '@hanoi/engine/client';
import type { StreamConsumer } from '@hanoi/functions/stream/catalogue';
import { useMemoryQueues } from '@hanoi/functions/testing/queues';
import { useStream } from '@hanoi/functions/testing/stream';
import { openDeadLetters } from '@hanoi/local/pump/dead-letters';
import type { DynamoDBBatchResponse, DynamoDBRecord } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { replayFile } from './file.ts';
import { replayQueue } from './queue.ts';
import { replay } from './replay.ts';

const table = useTable();
const stream = useStream(table);
let printed: string[] = [];
const print = (line: string) => void printed.push(line);
beforeEach(() => {
  printed = [];
  useMemoryQueues();
});

/** A challenge that no list has heard of, changed since, and the records of its card. */
async function unlisted() {
  await stream.take();
  const ctx = makeCtx(table, await makePerson(table));
  const { id } = await raiseChallenge(ctx, makeNewChallenge());
  const records = (await stream.take()).filter(({ dynamodb }) => dynamodb?.Keys?.pk?.S === id);
  await editChallenge(ctx, id, { version: 1, title: 'Một tiêu đề mới hơn' });
  await stream.take();
  const listed = async () =>
    (await listCards(ctx, { list: 'challenges', sort: 'new', limit: 100 })).items.find((card) => card.id === id)?.title;
  expect(await listed()).toBeUndefined();
  return { id, records, listed, card: records.find(({ dynamodb }) => dynamodb?.Keys?.sk?.S === 'CARD')! };
}

test('a consumer that fails keeps none of the others from its work', async () => {
  const seen: string[] = [];
  const consumer = (name: string, answer: () => DynamoDBBatchResponse): StreamConsumer => ({
    name,
    wants: [{ pk: 'chl_' }],
    load: async () => async () => {
      seen.push(name);
      return answer();
    },
  });
  const fails = () => {
    throw new Error(`${seen.at(-1)} says no`);
  };
  const record = { dynamodb: { Keys: { pk: { S: 'chl_1' }, sk: { S: 'CARD' } }, SequenceNumber: '1' } };
  const consumers = [
    consumer('first', fails),
    consumer('second', () => ({ batchItemFailures: [] })),
    consumer('third', fails),
  ];
  const replaying = replay([record], undefined, consumers);
  await expect(replaying).rejects.toThrow(/first fails still: .*first says no; third fails still: .*third says no/);
  expect(seen).toEqual(['first', 'second', 'third']);
});

describe('a data folder', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'replay-'));
    file = join(folder, 'dlq.ndjson');
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const addDeadLetter = (record: DynamoDBRecord, consumer = 'lists') =>
    openDeadLetters(file).add({ consumer, at: '2026-01-01T00:00:00Z', error: 'Error: no', record });

  test('a letter is replayed once and is gone', async () => {
    const { card, listed } = await unlisted();
    await addDeadLetter(card);
    expect(await replayFile(file, replay, print)).toEqual({ done: 1, failed: 0, gone: 0 });
    expect(await listed()).toBe('Một tiêu đề mới hơn');
    expect(readdirSync(folder)).toEqual([]);
    expect(await replayFile(file, replay, print)).toEqual({ done: 0, failed: 0, gone: 0 });
  });

  test('a letter of a reader is for all its consumers', async () => {
    const { card, listed } = await unlisted();
    await addDeadLetter(card, 'now');
    expect(await replayFile(file, replay, print)).toEqual({ done: 1, failed: 0, gone: 0 });
    expect(await listed()).toBe('Một tiêu đề mới hơn');
  });

  test('what fails still is put back, and says why; what does not is done', async () => {
    const { card, listed } = await unlisted();
    await addDeadLetter(card, 'abolished');
    await addDeadLetter(card);
    expect(await replayFile(file, replay, print)).toEqual({ done: 1, failed: 1, gone: 0 });
    expect(await listed()).toBeDefined();
    expect(printed.join()).toContain('There is no reader or consumer abolished any more.');
    const [left] = readFileSync(file, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(left).toMatchObject({ consumer: 'abolished', record: card });
  });

  test('what an interrupted replay had taken is done, and half a line stops nothing', async () => {
    const { card, listed } = await unlisted();
    await addDeadLetter(card);
    writeFileSync(`${file}.taken-1-1`, `${readFileSync(file, 'utf8')}{"consumer":"li`);
    rmSync(file);
    expect(await replayFile(file, replay, print)).toMatchObject({ failed: 0 });
    expect(await listed()).toBeDefined();
    expect(existsSync(`${file}.taken-1-1`)).toBe(false);
  });

  test('a letter that comes meanwhile stays for the next time', async () => {
    const { card } = await unlisted();
    await addDeadLetter(card);
    const adding = async (records: readonly DynamoDBRecord[], name?: string) => {
      await addDeadLetter(card, 'counters');
      await replay(records, name);
    };
    expect((await replayFile(file, adding, print)).done).toBe(1);
    expect(JSON.parse(readFileSync(file, 'utf8')).consumer).toBe('counters');
  });
});

describe('a queue', () => {
  const queue = useQueue();
  const streams = createStreamsClient(table.endpoint);
  const run = (how = replay) =>
    replayQueue({
      sqs: queue.client,
      streams,
      queueArn: 'arn:aws:sqs:ap-southeast-1:1:letters',
      replay: how,
      tell: print,
    });

  async function messageOf(records: readonly DynamoDBRecord[]) {
    const { Streams } = await streams.send(new ListStreamsCommand({ TableName: table.tableName }));
    const number = (at: number) => records.at(at)!.dynamodb!.SequenceNumber;
    return {
      DDBStreamBatchInfo: {
        streamArn: Streams![0]!.StreamArn,
        shardId: await shardOf(Streams![0]!.StreamArn!),
        startSequenceNumber: number(0),
        endSequenceNumber: number(-1),
      },
    };
  }
  async function shardOf(StreamArn: string) {
    const { DescribeStreamCommand } = await import('@aws-sdk/client-dynamodb-streams');
    const { StreamDescription } = await streams.send(new DescribeStreamCommand({ StreamArn }));
    return StreamDescription!.Shards![0]!.ShardId;
  }

  test('the records a message names are read again and replayed, no others, and the message deleted', async () => {
    const { records, id, listed } = await unlisted();
    await queue.fill([await messageOf(records)]);
    const given: string[] = [];
    const watching = async (read: readonly DynamoDBRecord[]) => {
      given.push(...read.map(({ dynamodb }) => dynamodb?.SequenceNumber ?? ''));
      await replay(read);
    };
    expect(await run(watching)).toEqual({ done: 1, failed: 0, gone: 0 });
    const numbers = records.map(({ dynamodb }) => dynamodb!.SequenceNumber!);
    expect(given).toEqual(expect.arrayContaining(numbers));
    expect(given.every((number) => BigInt(number) <= BigInt(numbers.at(-1)!))).toBe(true);
    expect(await listed(), id).toBe('Một tiêu đề mới hơn');
    expect(queue.left()).toBe(0);
  });

  test('what fails, what the stream has dropped, and what is no letter stays', async () => {
    const { records } = await unlisted();
    const message = await messageOf(records);
    const dropped = {
      DDBStreamBatchInfo: { ...message.DDBStreamBatchInfo, shardId: 'shardId-00000000000000000000-dead' },
    };
    await queue.fill([message, dropped, { hello: 'there' }]);
    const failing = async () => {
      throw new Error('lists fails still');
    };
    expect(await run(failing)).toEqual({ done: 0, failed: 2, gone: 1 });
    expect(printed.join('\n')).toContain('lists fails still');
    expect(printed.join('\n')).toContain('no longer has its records');
    expect(queue.left()).toBe(3);
  });
});

/** What of SQS the replay needs, as a server of its own: messages are received again and again until they are deleted. */
function useQueue() {
  let messages: { MessageId: string; ReceiptHandle: string; Body: string }[] = [];
  let server: Server;
  const answers: Record<string, (asked: { ReceiptHandle: string }) => object> = {
    'AmazonSQS.GetQueueUrl': () => ({ QueueUrl: 'http://localhost/1/letters' }),
    'AmazonSQS.ReceiveMessage': () => ({ Messages: messages }),
    'AmazonSQS.DeleteMessage': ({ ReceiptHandle }) => {
      messages = messages.filter((message) => message.ReceiptHandle !== ReceiptHandle);
      return {};
    },
  };
  const queue = {
    client: undefined as unknown as SQSClient,
    left: () => messages.length,
    async fill(bodies: object[]) {
      messages = bodies.map((body, at) => ({
        MessageId: `m${at}`,
        ReceiptHandle: `r${at}`,
        Body: JSON.stringify(body),
      }));
    },
  };
  beforeEach(async () => {
    server = createServer(async (request, response) => {
      const body = JSON.parse((await request.toArray()).join(''));
      response.setHeader('content-type', 'application/x-amz-json-1.0');
      response.end(JSON.stringify(answers[String(request.headers['x-amz-target'])]!(body)));
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const { port } = server.address() as { port: number };
    queue.client = new SQSClient({
      endpoint: `http://127.0.0.1:${port}`,
      region: 'ap-southeast-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
      md5: false,
    });
  });
  afterEach(() => new Promise((closed) => server.close(closed)));
  return queue;
}
