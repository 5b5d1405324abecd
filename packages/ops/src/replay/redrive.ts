/** Puts the dead letters of a queue of a stage back on it, message by message, from one queue to the other. */
import {
  DeleteMessageBatchCommand,
  GetQueueUrlCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { deadLettersName, deployedQueueName } from '@hanoi/functions/queue/names';

/** Long enough to send ten messages on; what is not removed by then can be received again. */
const visibilitySeconds = 60;

/**
 * Sends the dead letters of a stage's queue to it and removes them. The number of messages. One that is sent and not removed,
 * because this is cut short, is sent again by the next run; workers bear that.
 */
export async function redriveSqs(sqs: SQSClient, stage: string, queue: string): Promise<number> {
  const urlOf = async (QueueName: string) => (await sqs.send(new GetQueueUrlCommand({ QueueName }))).QueueUrl;
  const from = await urlOf(deadLettersName(stage, queue));
  const to = await urlOf(deployedQueueName(stage, queue));
  const asked = {
    QueueUrl: from,
    MaxNumberOfMessages: 10,
    VisibilityTimeout: visibilitySeconds,
    WaitTimeSeconds: 1,
  };
  for (let moved = 0; ; ) {
    const { Messages = [] } = await sqs.send(new ReceiveMessageCommand(asked));
    if (Messages.length === 0) return moved;
    const Entries = Messages.map(({ Body }, index) => ({ Id: String(index), MessageBody: Body }));
    const { Failed = [] } = await sqs.send(new SendMessageBatchCommand({ QueueUrl: to, Entries }));
    if (Failed.length > 0)
      throw new Error(`${Failed.length} messages were not taken by ${queue}: ${Failed[0]?.Message}`);
    const receipts = Messages.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle }));
    await sqs.send(new DeleteMessageBatchCommand({ QueueUrl: from, Entries: receipts }));
    moved += Messages.length;
  }
}
