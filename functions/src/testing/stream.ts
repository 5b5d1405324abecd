/** A table's stream in tests, without a pump: its records as Lambda hands them over, the readers and consumers run by hand. */
import {
  DescribeStreamCommand,
  type DynamoDBStreamsClient,
  ListStreamsCommand,
} from '@aws-sdk/client-dynamodb-streams';
import type { TestTable } from '@hanoi/core/testing/table';
import { createStreamsClient } from '@hanoi/engine/client';
import { compileFilter } from '@hanoi/engine/stream/pattern';
import { openShard, type ShardReader } from '@hanoi/engine/stream/shard';
import type { Context, DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import { streamConsumers, streamReaders } from '../stream/catalogue.ts';
import { makeReaderHandler } from '../stream/reader.ts';
import { asksFor, filterOf } from '../stream/wanted.ts';
import { drainQueues, useMemoryQueues } from './queues.ts';

/** Calls a reader as Lambda does. */
export type Consume = (name: string, event: DynamoDBStreamEvent) => Promise<unknown>;

export type TableStream = {
  /** The records written since the last call, in order. */
  take(): Promise<DynamoDBRecord[]>;
  /** Runs every reader on what was written, the queues on what they sent, and again on what that wrote, until nothing more comes. */
  settle(): Promise<void>;
};

/** The stream of a test's table, as `streamOf` gives it. */
export function useStream(table: TestTable, consume?: Consume, drain?: () => Promise<unknown>): TableStream {
  return streamOf(createStreamsClient(table.endpoint), table.tableName, consume, drain);
}

/**
 * The stream of a table. What was written before the first `take` is its first records. Readers and queues run here, unless
 * `consume` calls the readers and `drain` the queues elsewhere; `drain` resolves when no message is left.
 */
export function streamOf(
  client: DynamoDBStreamsClient,
  tableName: string,
  consume: Consume = consumeHere,
  drain: () => Promise<unknown> = drainQueues,
): TableStream {
  const readers = new Map<string, ShardReader>();
  const take = async (): Promise<DynamoDBRecord[]> => {
    const { Streams } = await client.send(new ListStreamsCommand({ TableName: tableName }));
    const streamArn = Streams![0]!.StreamArn!;
    const { StreamDescription } = await client.send(new DescribeStreamCommand({ StreamArn: streamArn }));
    const records: DynamoDBRecord[] = [];
    for (const { ShardId: shardId = '' } of StreamDescription?.Shards ?? []) {
      const options = { client, streamArn, shardId, start: 0n, contiguous: false, onGap: () => undefined };
      const reader = readers.get(shardId) ?? openShard(options);
      readers.set(shardId, reader);
      for (let page = await reader.next(); page.records.length > 0; page = await reader.next())
        records.push(...page.records);
    }
    return records;
  };
  const settle = async () => {
    for (let round = 0, records = await take(); records.length > 0; round++, records = await take()) {
      if (round === 20) throw new Error('The consumers write what calls them again, without an end.');
      for (const reader of streamReaders) {
        const asked = records.filter(compileFilter(filterOf(reader)));
        const failures = asked.length > 0 ? failuresIn(await consume(reader.name, { Records: asked })) : [];
        if (failures.length > 0) throw new Error(`${reader.name} failed for ${failures.join(', ')}`);
      }
      await drain();
    }
  };
  return { take, settle };
}

/** Runs one consumer on those of the records it asks for. Resolves to the records it could not process. What it sends waits in memory. */
export async function runConsumer(name: string, records: readonly DynamoDBRecord[]): Promise<string[]> {
  useMemoryQueues();
  const consumer = streamConsumers.find((candidate) => candidate.name === name);
  if (!consumer) throw new Error(`There is no consumer ${name}.`);
  const handler = await consumer.load();
  const mine = records.filter((record) => asksFor(consumer, record));
  return failuresIn(await handler({ Records: mine }, {} as Context, () => undefined));
}

const consumeHere: Consume = async (name, event) => {
  useMemoryQueues();
  const reader = streamReaders.find((candidate) => candidate.name === name)!;
  return makeReaderHandler(reader)(event, {} as Context, () => undefined);
};

function failuresIn(answer: unknown): string[] {
  return (answer as DynamoDBBatchResponse).batchItemFailures.map((failure) => failure.itemIdentifier);
}
