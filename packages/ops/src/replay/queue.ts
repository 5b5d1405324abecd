/** The dead letters of a deployment: messages that name records of the stream, which keeps them for a day. */
import type { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import {
  DeleteMessageCommand,
  GetQueueUrlCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { givenUpBatchSchema, recordsOf } from '@hanoi/functions/letters/stream-records';
import type { DynamoDBRecord } from 'aws-lambda';
import type { Replayed } from './filed.ts';

type Replay = (records: readonly DynamoDBRecord[]) => Promise<void>;

export type QueueOptions = {
  sqs: SQSClient;
  streams: DynamoDBStreamsClient;
  queueArn: string;
  replay: Replay;
  tell(line: string): void;
};

/** Long enough for a batch; what is not deleted by then can be received again. */
const visibilitySeconds = 300;
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
  try {
    const { data } = givenUpBatchSchema.safeParse(JSON.parse(message.Body ?? '{}'));
    if (!data) throw new Error('this is no message of a stream');
    const records = await recordsOf(streams, data.DDBStreamBatchInfo);
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
