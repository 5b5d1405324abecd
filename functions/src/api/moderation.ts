/** The queue of moderators, decisions and appeals over HTTP. */
import { claimItem, releaseItem } from '@hanoi/core/moderation/claim';
import type { moderationContract } from '@hanoi/core/moderation/contract';
import { openItem } from '@hanoi/core/moderation/open';
import { getQueue } from '@hanoi/core/moderation/queue';
import { getItem } from '@hanoi/core/moderation/service';
import { AppError } from '@hanoi/core/shared/app-error';
import { Again, type HandlesOf } from '../http/handle.ts';

export const handles: HandlesOf<typeof moderationContract> = {
  getQueue: (ctx, { query }) => getQueue(ctx, query),
  getItem: (ctx, { params }) => getItem(ctx, params.id),
  async openItem(ctx, { body }) {
    const { item, again } = await openItem(ctx, body);
    return again ? new Again(item) : item;
  },
  claimItem: (ctx, { params, body }) => claimItem(ctx, params.id, body.takeOver),
  async releaseItem(ctx, { params }) {
    await releaseItem(ctx, params.id);
    return undefined;
  },
  decide: async () => {
    throw new AppError('action_not_possible');
  },
  listMyDecisions: async () => ({ items: [], nextCursor: null }),
  getDecision: async () => {
    throw new AppError('decision_not_found');
  },
  appeal: async () => {
    throw new AppError('decision_not_found');
  },
};
