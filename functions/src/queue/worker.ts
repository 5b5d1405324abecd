/** A function of a queue: parses each message of a batch, runs the worker on it, sends the next step, and reports what failed. */
import { noteFailure } from '@hanoi/core/dead-letter/failure';
import type { Ctx } from '@hanoi/core/shared/context';
import type { SQSHandler, SQSRecord } from 'aws-lambda';
import pMap from 'p-map';
import { systemContext } from '../system-context.ts';
import { noteFault, traced } from '../tracing.ts';
import { enqueue, envelopeSchema } from './enqueue.ts';
import { type Message, messages, type QueueName } from './messages.ts';

/**
 * Does a bounded step of the work and returns the message to continue with, or undefined when all is done. Idempotent:
 * a step may run twice, and beside another run of the same work. What it throws sends the message back for another
 * try.
 */
export type Work<Name extends QueueName> = (ctx: Ctx, message: Message<Name>) => Promise<Message<Name> | undefined>;

/** Messages of a batch that are worked on side by side. */
const width = 2;

/** The handler of a queue. One message that fails keeps no other of its batch from being finished. */
export function queueHandler<Name extends QueueName>(queue: Name, work: Work<Name>): SQSHandler {
  return ({ Records }) =>
    traced(queue, { queue, messages: Records.length }, async () => {
      const finished = await pMap(Records, (record) => workOn(queue, record, work), { concurrency: width });
      const failed = Records.filter((_, index) => !finished[index]);
      return { batchItemFailures: failed.map(({ messageId }) => ({ itemIdentifier: messageId })) };
    });
}

async function workOn<Name extends QueueName>(queue: Name, record: SQSRecord, work: Work<Name>): Promise<boolean> {
  const { messageId, attributes } = record;
  let ctx = systemContext(queue);
  try {
    const { requestId, message } = parse(queue, record.body);
    ctx = systemContext(queue, requestId);
    const next = await work(ctx, message);
    // Sent before this message is removed: a crash in between repeats a step and loses none.
    if (next) await sendNext(ctx, queue, message, next);
    ctx.log.info('message_done', { queue, messageId, more: Boolean(next) });
    return true;
  } catch (error) {
    const receives = Number(attributes.ApproximateReceiveCount);
    ctx.log.error('message_failed', { queue, messageId, receives, error: String(error) });
    noteFault(error);
    await noteFailure(ctx, queue, messageId, error);
    return false;
  }
}

/** What is no message of this queue throws like any other failure, and goes to the dead letters after its tries. */
function parse<Name extends QueueName>(queue: Name, body: string): { requestId: string; message: Message<Name> } {
  const { requestId, message } = envelopeSchema.parse(JSON.parse(body));
  return { requestId, message: messages[queue].parse(message) as Message<Name> };
}

async function sendNext<Name extends QueueName>(ctx: Ctx, queue: Name, done: Message<Name>, next: Message<Name>) {
  if (JSON.stringify(next) === JSON.stringify(done)) {
    throw new Error(`The worker of ${queue} would continue from where it began, and never end.`);
  }
  await enqueue(ctx, queue, [{ message: next }]);
}
