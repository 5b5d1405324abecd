/** Dead letters of a stage's stream are projected from the current items; those that fail again stay. */
import { createServer, type Server } from 'node:http';
import { ListStreamsCommand } from '@aws-sdk/client-dynamodb-streams';
import { SQSClient } from '@aws-sdk/client-sqs';
import { editChallenge, raiseChallenge } from '@hanoi/core/challenge/service';
import { listCards } from '@hanoi/core/listing/repo';
import { makeNewChallenge } from '@hanoi/core/testing/challenge';
import { makeCtx, makePerson } from '@hanoi/core/testing/context';
import { useTable } from '@hanoi/core/testing/table';
import { createStreamsClient } from '@hanoi/engine/client';
import { replay } from '@hanoi/functions/stream/replay';
import { useMemoryQueues } from '@hanoi/functions/testing/queues';
import { useStream } from '@hanoi/functions/testing/stream';
import type { DynamoDBRecord } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { replayQueue } from './queue.ts';

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
