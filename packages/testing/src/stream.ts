/** The stream of a test's table: its records as Lambda hands them over, and the deployed consumers run on them. */
import { DescribeStreamCommand, ListStreamsCommand } from '@aws-sdk/client-dynamodb-streams';
import { streamConsumers } from '@hanoi/functions/stream/catalogue';
import { createStreamsClient } from '@hanoi/local/engine/client';
import { compileFilter } from '@hanoi/local/pump/pattern';
import { openShard, type ShardReader } from '@hanoi/local/pump/shard';
import type { Context, DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import type { TestTable } from './engine.ts';

/** Calls a consumer as Lambda does. */
export type Consume = (name: string, event: DynamoDBStreamEvent) => Promise<unknown>;

export type TestStream = {
  /** The records written since the last call, in order. */
  take(): Promise<DynamoDBRecord[]>;
  /** Runs every consumer on what was written, and on what that wrote, until nothing more comes. */
  settle(): Promise<void>;
};

/**
 * The stream of `table`. What was written before the first `take` is its first records. The consumers run here, unless
 * `consume` calls them elsewhere.
 */
export function useStream(table: TestTable, consume: Consume = consumeHere): TestStream {
  const client = createStreamsClient(table.endpoint);
  const readers = new Map<string, ShardReader>();
  const take = async (): Promise<DynamoDBRecord[]> => {
    const { Streams } = await client.send(new ListStreamsCommand({ TableName: table.tableName }));
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
      for (const { name } of streamConsumers) {
        const failures = await runConsumer(name, records, consume);
        if (failures.length > 0) throw new Error(`${name} failed for ${failures.join(', ')}`);
      }
    }
  };
  return { take, settle };
}

/** Runs a consumer on those of the records that its filter lets pass. Resolves to the records it could not process. */
export async function runConsumer(
  name: string,
  records: readonly DynamoDBRecord[],
  consume: Consume = consumeHere,
): Promise<string[]> {
  const mine = records.filter(compileFilter(consumerOf(name).filter));
  if (mine.length === 0) return [];
  const answer = (await consume(name, { Records: mine })) as DynamoDBBatchResponse;
  return answer.batchItemFailures.map((failure) => failure.itemIdentifier);
}

const consumeHere: Consume = async (name, event) => {
  const handler = await consumerOf(name).load();
  return handler(event, {} as Context, () => undefined);
};

function consumerOf(name: string) {
  const consumer = streamConsumers.find((candidate) => candidate.name === name);
  if (!consumer) throw new Error(`There is no consumer ${name}.`);
  return consumer;
}
