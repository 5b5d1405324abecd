/** Content rules over HTTP. Who saved a version of the list is called by name. */
import { previewRules } from '@hanoi/core/moderation/preview-rules';
import { withWho } from '@hanoi/core/person/repo';
import type { ruleContract } from '@hanoi/core/rule/contract';
import { activateRules, getRules, listRules, saveRules } from '@hanoi/core/rule/lists';
import { previewMasking } from '@hanoi/core/rule/service';
import type { Ctx } from '@hanoi/core/shared/context';
import type { HandlesOf } from '../http/handle.ts';

async function named<Version extends { by: string | null }>(ctx: Ctx, version: Promise<Version>) {
  const [found] = await withWho(ctx, [await version]);
  return found!;
}

export const handles: HandlesOf<typeof ruleContract> = {
  previewMasking: (ctx, { body }) => previewMasking(ctx, body),
  listRules: async (ctx) => ({ items: await withWho(ctx, await listRules(ctx)) }),
  getRules: (ctx, { params }) => named(ctx, getRules(ctx, Number(params.version))),
  saveRules: (ctx, { body }) => named(ctx, saveRules(ctx, body)),
  activateRules: (ctx, { body }) => named(ctx, activateRules(ctx, body.version)),
  previewRules: (ctx, { params, query }) => previewRules(ctx, Number(params.version), query.cursor),
};
