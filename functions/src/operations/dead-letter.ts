/** Dead letters over HTTP. */
import type { deadLetterContract } from '@hanoi/core/dead-letter/contract';
import { discardDeadLetter, getDeadLetter, listDeadLetters, retryDeadLetter } from '@hanoi/core/dead-letter/service';
import type { HandlesOf } from '../http/handle.ts';
import { countOpen } from '../letters/open.ts';
import { letterSender } from './letter-sender.ts';

export const handles: HandlesOf<typeof deadLetterContract> = {
  listDeadLetters: (ctx, { query }) => listDeadLetters(ctx, query),
  getDeadLetter: (ctx, { params }) => getDeadLetter(ctx, params.id),
  async retryDeadLetter(ctx, { params }) {
    await retryDeadLetter(ctx, letterSender, params.id);
    await countOpen(ctx);
    return undefined;
  },
  async discardDeadLetter(ctx, { params, body }) {
    const discarded = await discardDeadLetter(ctx, params.id, body.reason);
    await countOpen(ctx);
    return discarded;
  },
};
