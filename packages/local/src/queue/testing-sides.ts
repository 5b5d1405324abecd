/** The two kinds of queue that follow the same rules, as tests use them: SQS, and the file of one machine. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeleteMessageBatchCommand, type Message, ReceiveMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { silentLog } from '@hanoi/engine/log';
import type { MessageSource, Receiving } from '@hanoi/engine/queue/source';
import { openQueueStore } from '@hanoi/engine/queue/store';
import type { QueuePort } from '@hanoi/functions/ports';
import { sqsQueues } from '@hanoi/functions/queue/sqs';
import { type QueueUrls, startFakeSqs } from '@hanoi/testing/lambda/fake-sqs';
import type { SQSRecord } from 'aws-lambda';

export type Side = {
  port: QueuePort;
  /** What two processes that take messages have, each its own. */
  sources: [MessageSource, MessageSource];
  createQueue(queue: Receiving): Promise<void>;
  countDead(queue: string): Promise<number>;
  close(): Promise<void>;
};

/** The file of one machine, opened twice. */
export async function sqliteSide(): Promise<Side> {
  const folder = mkdtempSync(join(tmpdir(), 'queue-'));
  const open = () => openQueueStore({ file: join(folder, 'queue.sqlite'), log: silentLog });
  const [first, second] = [open(), open()];
  return {
    port: first,
    sources: [first, second],
    createQueue: async () => undefined,
    countDead: async (queue) => first.countDead(queue),
    async close() {
      first.close();
      second.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** SQS, through AWS's client and our own sender. */
export async function sqsSide(): Promise<Side> {
  const sqs = await startFakeSqs();
  const queues = new Map<string, QueueUrls>();
  const source = sqsSource(sqs.client, (queue) => queues.get(queue)!.url);
  return {
    port: { send: (queue, messages) => sqsQueues(sqs.client, sqs.environment().QUEUE_URLS).send(queue, messages) },
    sources: [source, source],
    async createQueue(queue) {
      queues.set(queue.name, await sqs.createQueue(queue));
    },
    async countDead(queue) {
      const QueueUrl = queues.get(queue)!.deadUrl;
      const asked = { QueueUrl, MaxNumberOfMessages: 10, VisibilityTimeout: 0 };
      return (await sqs.client.send(new ReceiveMessageCommand(asked))).Messages?.length ?? 0;
    },
    close: sqs.stop,
  };
}

/** SQS as Lambda's event source mapping uses it. */
export function sqsSource(client: SQSClient, urlOf: (queue: string) => string): MessageSource {
  return {
    async receive({ name }, most) {
      const asked = new ReceiveMessageCommand({
        QueueUrl: urlOf(name),
        MaxNumberOfMessages: most,
        MessageSystemAttributeNames: ['All'],
      });
      return ((await client.send(asked)).Messages ?? []).map((message) => toRecord(name, message));
    },
    async remove(queue, receipts) {
      const Entries = receipts.map((ReceiptHandle, index) => ({ Id: String(index), ReceiptHandle }));
      await client.send(new DeleteMessageBatchCommand({ QueueUrl: urlOf(queue), Entries }));
    },
    // SQS does not report this, so the test must look.
    showsIn: () => 50,
  };
}

function toRecord(queue: string, { MessageId, ReceiptHandle, Body, Attributes, MD5OfBody }: Message): SQSRecord {
  return {
    messageId: MessageId!,
    receiptHandle: ReceiptHandle!,
    body: Body!,
    attributes: Attributes as unknown as SQSRecord['attributes'],
    messageAttributes: {},
    md5OfBody: MD5OfBody!,
    eventSource: 'aws:sqs',
    eventSourceARN: `arn:aws:sqs:ap-southeast-1:000000000000:${queue}`,
    awsRegion: 'ap-southeast-1',
  };
}
