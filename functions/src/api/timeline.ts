/** Timelines over HTTP. */
import { timelineContract } from '@hanoi/core/timeline/contract';
import { listTimeline } from '@hanoi/core/timeline/service';
import { type HandlesOf, handlesOfKinds } from '../http/handle.ts';

export const handles: HandlesOf<typeof timelineContract> = handlesOfKinds(
  timelineContract,
  '*Timeline',
  (ctx, { params, query }) => listTimeline(ctx, params.id, query),
);
