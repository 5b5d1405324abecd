/** Timelines over HTTP. */
import type { timelineContract } from '@hanoi/core/timeline/contract';
import { listTimeline } from '@hanoi/core/timeline/service';
import type { HandlesOf } from '../http/handle.ts';

export const handles: HandlesOf<typeof timelineContract> = {
  challengeTimeline: (ctx, { params, query }) => listTimeline(ctx, params.id, query),
  solutionTimeline: (ctx, { params, query }) => listTimeline(ctx, params.id, query),
};
