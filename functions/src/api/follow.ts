/** Following over HTTP. */
import type { followContract } from '@hanoi/core/follow/contract';
import { follow, unfollow } from '@hanoi/core/follow/service';
import type { HandlesOf } from '../http/handle.ts';

export const handles: HandlesOf<typeof followContract> = {
  followChallenge: (ctx, { params }) => follow(ctx, params.id),
  unfollowChallenge: (ctx, { params }) => unfollow(ctx, params.id),
  followSolution: (ctx, { params }) => follow(ctx, params.id),
  unfollowSolution: (ctx, { params }) => unfollow(ctx, params.id),
};
