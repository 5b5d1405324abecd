/** Challenges over HTTP. */
import type { challengeContract } from '@hanoi/core/challenge/contract';
import {
  discardChallenge,
  editChallenge,
  getChallenge,
  raiseChallenge,
  reopenChallenge,
} from '@hanoi/core/challenge/service';
import { closeByHand } from '@hanoi/core/moderation/at-once';
import { withdrawChallenge } from '@hanoi/core/moderation/withdraw';
import type { HandlesOf } from '../http/handle.ts';

export const handles: Omit<HandlesOf<typeof challengeContract>, 'listChallenges'> = {
  raiseChallenge: (ctx, { body }) => raiseChallenge(ctx, body),
  getChallenge: (ctx, { params }) => getChallenge(ctx, params.id),
  editChallenge: (ctx, { params, body }) => editChallenge(ctx, params.id, body),
  reopenChallenge: (ctx, { params, body }) => reopenChallenge(ctx, params.id, body),
  withdrawChallenge: (ctx, { params }) => withdrawChallenge(ctx, params.id),
  discardChallenge: async (ctx, { params }) => {
    await discardChallenge(ctx, params.id);
    return undefined;
  },
  closeChallenge: async (ctx, { params, body }) => {
    await closeByHand(ctx, params.id, body.reason);
    return getChallenge(ctx, params.id);
  },
};
