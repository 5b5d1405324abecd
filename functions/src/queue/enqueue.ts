/** Puts messages on a queue: checked by the queue's schema, in an envelope that carries the id of the request they follow from. */
import type { Ctx } from '@hanoi/core/shared/context';
import { z } from 'zod';
import { type Message, messageLimit, messages, type QueueName } from './messages.ts';
import { getQueues } from './port-in-force.ts';

const longestDelaySeconds = 900;

/** What a message travels in. */
export const envelopeSchema = z.object({ requestId: z.string().max(36), message: z.unknown() });

export type Outgoing<Name extends QueueName> = {
  message: Message<Name>;
  /** The request it follows from; that of the context when nothing is said. */
  requestId?: string;
};

/**
 * Puts messages on the queue; they are kept when it resolves. `delaySeconds` hides them from the worker at first.
 * Throws when a message does not fit the schema or is too large, when the delay is not within 0 to 900 seconds, and when
 * the queue does not take them.
 */
export async function enqueue<Name extends QueueName>(
  ctx: Pick<Ctx, 'requestId'>,
  queue: Name,
  outgoing: readonly Outgoing<Name>[],
  { delaySeconds = 0 } = {},
): Promise<void> {
  if (!(delaySeconds >= 0 && delaySeconds <= longestDelaySeconds)) {
    throw new RangeError(`A message is delayed by 0 to ${longestDelaySeconds} seconds, not ${delaySeconds}.`);
  }
  const bodies = outgoing.map(({ message, requestId = ctx.requestId }) =>
    JSON.stringify({ requestId, message: messages[queue].parse(message) }),
  );
  const largest = Math.max(0, ...bodies.map((body) => Buffer.byteLength(body)));
  if (largest > messageLimit)
    throw new RangeError(`A message for ${queue} has ${largest} bytes, over ${messageLimit}.`);
  const port = await getQueues();
  await port.send(
    queue,
    bodies.map((body) => ({ body, delaySeconds })),
  );
}
