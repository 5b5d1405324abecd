/** Tags over HTTP. */
import type { tagContract } from '@hanoi/core/tag/contract';
import { getTagChanges, renameTag } from '@hanoi/core/tag/service';
import type { HandlesOf } from '../http/handle.ts';

export const handles: HandlesOf<typeof tagContract> = {
  getTagChanges: (ctx) => getTagChanges(ctx),
  async renameTag(ctx, { body }) {
    await renameTag(ctx, body);
    return getTagChanges(ctx);
  },
};
