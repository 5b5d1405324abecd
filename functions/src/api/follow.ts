/** Following over HTTP. */
import { followContract } from '@hanoi/core/follow/contract';
import { follow, unfollow } from '@hanoi/core/follow/service';
import { type HandlesOf, handlesOfKinds } from '../http/handle.ts';

export const handles: HandlesOf<typeof followContract> = {
  ...handlesOfKinds(followContract, 'follow*', (ctx, { params }) => follow(ctx, params.id)),
  ...handlesOfKinds(followContract, 'unfollow*', (ctx, { params }) => unfollow(ctx, params.id)),
};
