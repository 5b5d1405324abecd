/** Support over HTTP. */
import type { supportContract } from '@hanoi/core/support/contract';
import { castVote, withdrawVote } from '@hanoi/core/support/service';
import type { HandlesOf } from '../http/handle.ts';

export const handles: HandlesOf<typeof supportContract> = {
  supportChallenge: (ctx, { params }) => castVote(ctx, params.id),
  unsupportChallenge: (ctx, { params }) => withdrawVote(ctx, params.id),
  supportSolution: (ctx, { params }) => castVote(ctx, params.id),
  unsupportSolution: (ctx, { params }) => withdrawVote(ctx, params.id),
};
