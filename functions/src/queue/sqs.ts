/** The queues on AWS: SQS. Loaded only where messages are sent. */
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { OutgoingMessage, QueuePort } from '../ports.ts';
import { tracedClient } from '../tracing.ts';
import { messageLimit } from './messages.ts';

/** SQS takes so many messages in one call. */
const together = 10;

/** SQS as a port; `QUEUE_URLS` holds the addresses of the queues the function may send to, by name, as JSON. */
export function sqsQueues(client = tracedClient(new SQSClient()), urls = process.env.QUEUE_URLS): QueuePort {
  const addresses = JSON.parse(urls ?? '{}') as Record<string, string>;
  return {
    async send(queue, messages) {
      const QueueUrl = addresses[queue];
      if (!QueueUrl) throw new Error(`QUEUE_URLS has no queue ${queue}: this function may not send to it.`);
      for (const batch of batchesOf(messages)) {
        const Entries = batch.map(({ body, delaySeconds }, index) => ({
          Id: String(index),
          MessageBody: body,
          DelaySeconds: delaySeconds,
        }));
        const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
        if (Failed.length > 0) {
          throw new Error(`${Failed.length} of ${batch.length} messages not taken by ${queue}: ${Failed[0]?.Code}`);
        }
      }
    },
  };
}

/** Parts that SQS takes in one call: by number, and by size of all together. */
function batchesOf(messages: readonly OutgoingMessage[]): OutgoingMessage[][] {
  const batches: OutgoingMessage[][] = [];
  let room = 0;
  for (const message of messages) {
    const bytes = Buffer.byteLength(message.body);
    const last = batches.at(-1);
    if (last && last.length < together && bytes <= room) last.push(message);
    else {
      batches.push([message]);
      room = messageLimit;
    }
    room -= bytes;
  }
  return batches;
}
