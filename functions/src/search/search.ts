/** Search over HTTP. */
import type { searchContract } from '@hanoi/core/search/contract';
import { findAlikeChallenges, findAlikeSolutions, listTags, search, suggest } from '@hanoi/core/search/service';
import type { HandlesOf } from '../http/handle.ts';
import { getSearchIndex } from './index-in-force.ts';

export const handles: HandlesOf<typeof searchContract> = {
  search: async (ctx, { query }) => search(ctx, await getSearchIndex(), query),
  listTags: async (ctx, { query }) => listTags(ctx, await getSearchIndex(), query),
  suggest: async (ctx, { query }) => suggest(ctx, await getSearchIndex(), query.q),
  findAlikeChallenges: async (_ctx, { body }) => findAlikeChallenges(await getSearchIndex(), body),
  findAlikeSolutions: async (ctx, { params, body }) => findAlikeSolutions(ctx, await getSearchIndex(), params.id, body),
};
