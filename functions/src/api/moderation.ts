/** The queue of moderators, decisions and appeals over HTTP. */
import { appeal, getDecision, listMyDecisions } from '@hanoi/core/moderation/appeal';
import { claimItem, releaseItem } from '@hanoi/core/moderation/claim';
import type { moderationContract } from '@hanoi/core/moderation/contract';
import { decide } from '@hanoi/core/moderation/decide';
import { previewMerge } from '@hanoi/core/moderation/merge';
import { openItem } from '@hanoi/core/moderation/open';
import { recordOrder } from '@hanoi/core/moderation/order';
import { getQueue } from '@hanoi/core/moderation/queue';
import { getItem } from '@hanoi/core/moderation/service';
import { Again, type HandlesOf } from '../http/handle.ts';

export const handles: HandlesOf<typeof moderationContract> = {
  getQueue: (ctx, { query }) => getQueue(ctx, query),
  getItem: (ctx, { params }) => getItem(ctx, params.id),
  async openItem(ctx, { body }) {
    const { item, again } = await openItem(ctx, body);
    return again ? new Again(item) : item;
  },
  recordOrder: (ctx, { body }) => recordOrder(ctx, body),
  claimItem: (ctx, { params, body }) => claimItem(ctx, params.id, body.takeOver),
  async releaseItem(ctx, { params }) {
    await releaseItem(ctx, params.id);
    return undefined;
  },
  decide: (ctx, { params, body }) => decide(ctx, params.id, body),
  previewMerge: (ctx, { params, query }) => previewMerge(ctx, params.id, query.into),
  listMyDecisions: (ctx, { query }) => listMyDecisions(ctx, query),
  getDecision: (ctx, { params }) => getDecision(ctx, params.id),
  appeal: (ctx, { params, body }) => appeal(ctx, params.id, body.text),
};
