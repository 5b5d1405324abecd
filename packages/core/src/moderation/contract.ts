/** The queue of moderators, decisions and appeals over HTTP. */
import type { Contract } from '../api/endpoint.ts';
import { bodyLimits } from '../api/limits.ts';
import { decisionSchema } from '../decision/schema.ts';
import { idSchema } from '../shared/ids.ts';
import { pageOf, pageQuery } from '../shared/page.ts';
import { z } from '../shared/zod.ts';
import {
  claimInputSchema,
  itemSchema,
  newAppealSchema,
  newDecisionSchema,
  newItemSchema,
  queueQuery,
  wholeItemSchema,
} from './schema.ts';

const moderators = ['moderator', 'administrator'] as const;
const item = z.strictObject({ id: idSchema('item') });
const decision = z.strictObject({ id: idSchema('decision') });
const writes = { access: moderators, pace: 'free', bodyLimit: bodyLimits.small } as const;

export const moderationContract = {
  getQueue: {
    method: 'GET',
    path: '/moderation/queue',
    summary: 'What waits for moderators, the most pressing first',
    access: moderators,
    query: queueQuery,
    status: 200,
    output: pageOf(itemSchema),
    errors: ['invalid_cursor'],
  },
  getItem: {
    method: 'GET',
    path: '/moderation/items/{id}',
    summary: 'One item with the whole content, its reports, and former decisions about it and its author',
    access: moderators,
    params: item,
    status: 200,
    output: wholeItemSchema,
    errors: ['item_not_found', 'outside_scope'],
  },
  openItem: {
    ...writes,
    method: 'POST',
    path: '/moderation/items',
    summary: 'Open an item about content that nobody reported; answers the open one if there is one',
    pace: 'report',
    body: newItemSchema,
    status: 201,
    again: 200,
    output: itemSchema,
    errors: ['not_found', 'own_content', 'outside_scope', 'too_many_requests'],
  },
  claimItem: {
    ...writes,
    method: 'POST',
    path: '/moderation/items/{id}/claim',
    summary: 'Claim an item for 15 minutes, again to prolong it; with a reason also from another moderator',
    params: item,
    body: claimInputSchema,
    status: 200,
    output: itemSchema,
    errors: ['item_not_found', 'item_done', 'claimed_by_other', 'own_content', 'same_moderator', 'outside_scope'],
  },
  releaseItem: {
    ...writes,
    method: 'DELETE',
    path: '/moderation/items/{id}/claim',
    summary: 'Give a claim of one’s own back; without one nothing changes',
    params: item,
    status: 204,
    errors: ['item_not_found'],
  },
  decide: {
    ...writes,
    method: 'POST',
    path: '/moderation/items/{id}/decisions',
    summary: 'Decide an item: what is done about the content or its author, for which reason',
    bodyLimit: bodyLimits.text,
    params: item,
    body: newDecisionSchema,
    status: 201,
    output: decisionSchema,
    errors: [
      'item_not_found',
      'item_done',
      'claimed_by_other',
      'own_content',
      'same_moderator',
      'outside_scope',
      'action_not_possible',
      'passage_missing',
      'programme_restricted',
      'version_conflict',
      'idempotency_key_reused',
    ],
  },
  listMyDecisions: {
    method: 'GET',
    path: '/me/decisions',
    summary: 'What moderators decided about one’s own content or account, newest first',
    access: 'signed-in',
    query: z.strictObject(pageQuery),
    status: 200,
    output: pageOf(decisionSchema),
    errors: ['invalid_cursor'],
  },
  getDecision: {
    method: 'GET',
    path: '/decisions/{id}',
    summary: 'One decision, for whom it is about and for moderators',
    access: 'signed-in',
    params: decision,
    status: 200,
    output: decisionSchema,
    errors: ['decision_not_found'],
  },
  appeal: {
    method: 'POST',
    path: '/decisions/{id}/appeal',
    summary: 'Ask once, within 30 days, that another moderator looks at a decision again',
    access: 'signed-in',
    pace: 'free',
    whileSuspended: true,
    bodyLimit: bodyLimits.comment,
    params: decision,
    body: newAppealSchema,
    status: 201,
    output: decisionSchema,
    errors: ['decision_not_found', 'appeal_over', 'appealed_already', 'not_appealable'],
  },
} as const satisfies Contract;
