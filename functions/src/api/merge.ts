/** Moving one's support from what was merged, over HTTP. */
import { mergeContract } from '@hanoi/core/merge/contract';
import { answerMerge, listMyMerges } from '@hanoi/core/merge/service';
import { type HandlesOf, handlesOfKinds } from '../http/handle.ts';

export const handles: HandlesOf<typeof mergeContract> = {
  ...handlesOfKinds(mergeContract, 'move*Support', (ctx, { params, body }) => answerMerge(ctx, params.id, body)),
  listMyMerges: (ctx, { query }) => listMyMerges(ctx, query),
};
