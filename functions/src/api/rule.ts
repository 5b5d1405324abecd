/** The list of content rules over HTTP. */
import { previewRules } from '@hanoi/core/moderation/preview-rules';
import type { ruleContract } from '@hanoi/core/rule/contract';
import { activateRules, getRules, listRules, saveRules } from '@hanoi/core/rule/lists';
import type { HandlesOf } from '../http/handle.ts';

export const handles: HandlesOf<typeof ruleContract> = {
  listRules: async (ctx) => ({ items: await listRules(ctx) }),
  getRules: (ctx, { params }) => getRules(ctx, Number(params.version)),
  saveRules: (ctx, { body }) => saveRules(ctx, body),
  activateRules: (ctx, { body }) => activateRules(ctx, body.version),
  previewRules: (ctx, { params, query }) => previewRules(ctx, Number(params.version), query.cursor),
};
