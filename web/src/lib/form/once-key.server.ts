/** What makes a form sent twice count once: its own nonce, made when it was rendered, not what it says. */
import { createHash } from 'node:crypto';
import { ProblemError } from '@hanoi/core/api/client';

/**
 * Sends a form with its nonce as the `Idempotency-Key`, so that a double click or a repeated request creates one thing. A page
 * from the browser's history still has a nonce that was used, perhaps with other words; or what was created then has been
 * changed or deleted since (`isGone`). Then it is sent as a new one, once however often this form is sent.
 */
export async function sendOnce<Made>(
  nonce: string,
  body: unknown,
  send: (headers: Record<string, string>) => Promise<Made>,
  isGone: (made: Made) => string | undefined = () => undefined,
): Promise<Made> {
  // A form without a nonce is none of ours: nothing tells whether it is the same one.
  let key = nonce ? keyOf(nonce) : {};
  for (let tries = 1; ; tries++) {
    try {
      const made = await send(key);
      const gone = nonce ? isGone(made) : undefined;
      if (gone === undefined || tries === mostTries) return made;
      key = keyOf(nonce, gone);
    } catch (thrown) {
      const isUsed = thrown instanceof ProblemError && thrown.problem.code === 'idempotency_key_reused';
      if (!isUsed || tries === mostTries) throw thrown;
      key = keyOf(nonce, JSON.stringify(body));
    }
  }
}

/** How often one form may have been said and taken back before it is looked for no further. */
const mostTries = 10;

function keyOf(...parts: string[]): Record<string, string> {
  return { 'idempotency-key': createHash('sha256').update(JSON.stringify(parts)).digest('hex') };
}
