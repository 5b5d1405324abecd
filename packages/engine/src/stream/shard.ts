/** Reads one shard of the stream in order, from the position of its slowest consumer. */
import {
  type DynamoDBStreamsClient,
  ExpiredIteratorException,
  GetRecordsCommand,
  GetShardIteratorCommand,
  TrimmedDataAccessException,
} from '@aws-sdk/client-dynamodb-streams';
import type { DynamoDBRecord } from 'aws-lambda';
import { sequenceOf, toLambdaRecord } from './record.ts';

export type ShardReader = {
  /** The next records, possibly none; `ended` when the shard is closed and read to its end. */
  next(): Promise<{ records: DynamoDBRecord[]; ended: boolean }>;
};

export type ShardOptions = {
  client: DynamoDBStreamsClient;
  streamArn: string;
  shardId: string;
  /** The last sequence number that was processed; 0 for none. */
  start: bigint;
  /** Whether the engine numbers records without gaps, so that missing ones can be detected. */
  contiguous: boolean;
  /** Called when records were trimmed before they were read, or when a new stream counts from one again (`isNew`). */
  onGap(reason: string, isNew: boolean): void;
};

/** Opens a reader; nothing is read until `next`. */
export function openShard(options: ShardOptions): ShardReader {
  const { client, streamArn, shardId, contiguous } = options;
  let position = options.start;
  let iterator: string | undefined;
  // With gapless numbers, the last processed record is read once more: if it is missing, the stream is new or has lost records.
  let proving = contiguous && position > 0n;

  const open = async () => {
    const place =
      position === 0n
        ? { ShardIteratorType: 'TRIM_HORIZON' as const }
        : {
            ShardIteratorType: proving ? ('AT_SEQUENCE_NUMBER' as const) : ('AFTER_SEQUENCE_NUMBER' as const),
            SequenceNumber: String(position),
          };
    const command = new GetShardIteratorCommand({ StreamArn: streamArn, ShardId: shardId, ...place });
    return (await client.send(command)).ShardIterator;
  };

  const restart = (reason: string, isNew: boolean) => {
    options.onGap(reason, isNew);
    position = 0n;
    iterator = undefined;
    proving = false;
    return { records: [], ended: false };
  };

  const check = (records: DynamoDBRecord[]): DynamoDBRecord[] | 'behind' => {
    const first = records[0] && sequenceOf(records[0]);
    if (proving) {
      proving = false;
      if (first === undefined) return 'behind';
      if (first === position) return records.slice(1);
    }
    if (contiguous && first !== undefined && first > position + 1n) {
      options.onGap(`records ${position + 1n} to ${first - 1n} were trimmed before they were read`, false);
    }
    return records;
  };

  const read = async () => {
    iterator ??= await open();
    const answer = await client.send(new GetRecordsCommand({ ShardIterator: iterator, Limit: 1000 }));
    const records = check((answer.Records ?? []).map((record) => toLambdaRecord(record, streamArn)));
    if (records === 'behind') return restart('the stream ends before the place already read', true);
    iterator = answer.NextShardIterator;
    const last = records.at(-1);
    if (last) position = sequenceOf(last);
    return { records, ended: iterator === undefined };
  };

  return {
    async next() {
      try {
        return await read();
      } catch (error) {
        if (error instanceof TrimmedDataAccessException) return restart('the place last read was trimmed', false);
        // Iterators expire after minutes, and after a restart of the engine.
        iterator = undefined;
        if (error instanceof ExpiredIteratorException) return { records: [], ended: false };
        throw error;
      }
    },
  };
}
