/** Reads one shard of the stream in order, from where its slowest consumer stands. */
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
  /** The last sequence number already done with; 0 for none. */
  start: bigint;
  /** Whether the engine numbers records without gaps, so that missing ones are noticed. */
  contiguous: boolean;
  /** Called when records were trimmed before they were read, or (`anew`) the stream counts from one again. */
  onGap(reason: string, anew: boolean): void;
};

/** Opens a reader; nothing is read until `next`. */
export function openShard(options: ShardOptions): ShardReader {
  const { client, streamArn, shardId, contiguous } = options;
  let position = options.start;
  let iterator: string | undefined;
  // With gapless numbers the last record done with is read once more: its absence tells of a lost or new stream.
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

  const restart = (reason: string, anew: boolean) => {
    options.onGap(reason, anew);
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
        // Iterators live minutes; one is also worthless after the engine was started again.
        iterator = undefined;
        if (error instanceof ExpiredIteratorException) return { records: [], ended: false };
        throw error;
      }
    },
  };
}
