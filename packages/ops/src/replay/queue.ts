/** The dead letters of a deployment: messages that name records of the stream, which keeps them for a day. */
import {
  type DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ResourceNotFoundException,
  TrimmedDataAccessException,
} from '@aws-sdk/client-dynamodb-streams';
import {
  DeleteMessageCommand,
  GetQueueUrlCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { sequenceOf, toLambdaRecord } from '@hanoi/engine/stream/record';
import type { DynamoDBRecord } from 'aws-lambda';
import type { Replay, Replayed } from './replay.ts';

/** What Lambda says about a batch it gave up. */
type Batch = { shardId: string; startSequenceNumber: string; endSequenceNumber: string; streamArn: string };

export type QueueOptions = {
  sqs: SQSClient;
  streams: DynamoDBStreamsClient;
  queueArn: string;
  replay: Replay;
  tell(line: string): void;
};

/** Long enough for a batch; what is not deleted by then can be received again. */
const visibilitySeconds = 300;
/** A shard's pages may be empty before the one with the records. */
const mostEmptyPages = 100;

/** Replays the messages of the queue, each at most once; those that went through are deleted. */
export async function replayQueue({ sqs, streams, queueArn, replay, tell }: QueueOptions): Promise<Replayed> {
  const QueueUrl = await urlOf(sqs, queueArn);
  const replayed: Replayed = { done: 0, failed: 0, gone: 0 };
  const seen = new Set<string>();
  for (;;) {
    const asked = { QueueUrl, MaxNumberOfMessages: 10, VisibilityTimeout: visibilitySeconds, WaitTimeSeconds: 1 };
    const { Messages = [] } = await sqs.send(new ReceiveMessageCommand(asked));
    const fresh = Messages.filter(({ MessageId = '' }) => !seen.has(MessageId));
    if (fresh.length === 0) return replayed;
    for (const message of fresh) {
      seen.add(message.MessageId ?? '');
      const outcome = await replayMessage(streams, message, replay, tell);
      replayed[outcome]++;
      if (outcome !== 'done') continue;
      await sqs.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle: message.ReceiptHandle }));
    }
  }
}

async function urlOf(sqs: SQSClient, queueArn: string): Promise<string> {
  const [, , , , account, name] = queueArn.split(':');
  const { QueueUrl } = await sqs.send(new GetQueueUrlCommand({ QueueName: name, QueueOwnerAWSAccountId: account }));
  return QueueUrl ?? '';
}

async function replayMessage(
  streams: DynamoDBStreamsClient,
  message: Message,
  replay: Replay,
  tell: (line: string) => void,
): Promise<keyof Replayed> {
  const batch = (JSON.parse(message.Body ?? '{}') as { DDBStreamBatchInfo?: Batch }).DDBStreamBatchInfo;
  try {
    if (!batch) throw new Error('this is no message of a stream');
    const records = await recordsOf(streams, batch);
    if (!records) {
      tell(`${message.MessageId}: the stream no longer has its records`);
      return 'gone';
    }
    await replay(records);
    return 'done';
  } catch (error) {
    tell(`${message.MessageId}: ${(error as Error).message}`);
    return 'failed';
  }
}

/** The records of a batch; undefined when the stream has dropped them. */
async function recordsOf(streams: DynamoDBStreamsClient, batch: Batch): Promise<DynamoDBRecord[] | undefined> {
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
