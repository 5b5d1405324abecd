/** The records that a dead letter of the stream names, read from the stream again, which keeps them for a day. */
import {
  type DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ResourceNotFoundException,
  TrimmedDataAccessException,
} from '@aws-sdk/client-dynamodb-streams';
import { sequenceOf, toLambdaRecord } from '@hanoi/engine/stream/record';
import type { DynamoDBRecord } from 'aws-lambda';
import { z } from 'zod';

/** What Lambda says about a batch it gave up ("Event source mapping, on-failure destinations", Lambda developer guide). */
export const givenUpBatchSchema = z.object({
  timestamp: z.string().optional(),
  requestContext: z.object({ approximateInvokeCount: z.number().optional() }).optional(),
  DDBStreamBatchInfo: z.object({
    shardId: z.string(),
    startSequenceNumber: z.string(),
    endSequenceNumber: z.string(),
    streamArn: z.string(),
  }),
});
export type GivenUpBatch = z.output<typeof givenUpBatchSchema>['DDBStreamBatchInfo'];

/** A shard's pages may be empty before the one with the records. */
const mostEmptyPages = 100;

/** The records of a batch; undefined when the stream has dropped them. */
export async function recordsOf(
  streams: DynamoDBStreamsClient,
  batch: GivenUpBatch,
): Promise<DynamoDBRecord[] | undefined> {
  const { streamArn: StreamArn, shardId: ShardId, startSequenceNumber: SequenceNumber } = batch;
  const last = BigInt(batch.endSequenceNumber);
  const records: DynamoDBRecord[] = [];
  try {
    const from = { StreamArn, ShardId, SequenceNumber, ShardIteratorType: 'AT_SEQUENCE_NUMBER' as const };
    let { ShardIterator } = await streams.send(new GetShardIteratorCommand(from));
    for (let empty = 0; ShardIterator && empty < mostEmptyPages; ) {
      const page = await streams.send(new GetRecordsCommand({ ShardIterator }));
      const read = (page.Records ?? []).map((record) => toLambdaRecord(record, StreamArn));
      records.push(...read.filter((record) => sequenceOf(record) <= last));
      if (read.some((record) => sequenceOf(record) >= last)) break;
      if (read.length === 0) empty++;
      ShardIterator = page.NextShardIterator;
    }
  } catch (error) {
    if (error instanceof TrimmedDataAccessException || error instanceof ResourceNotFoundException) return undefined;
    throw error;
  }
  return records.length > 0 ? records : undefined;
}
