/** Lists that the search index answers, wholly or where there are filters. */
import type { challengeContract } from '@hanoi/core/challenge/contract';
import { listChallenges } from '@hanoi/core/challenge/service';
import type { solutionContract } from '@hanoi/core/solution/contract';
import { listAllSolutions } from '@hanoi/core/solution/service';
import type { HandlesOf } from '../http/handle.ts';
import { getSearchIndex } from './index-in-force.ts';

type Lists = Pick<HandlesOf<typeof challengeContract>, 'listChallenges'> &
  Pick<HandlesOf<typeof solutionContract>, 'listAllSolutions'>;

export const handles: Lists = {
  listChallenges: async (ctx, { query }) => listChallenges(ctx, await getSearchIndex(), query),
  listAllSolutions: async (_ctx, { query }) => listAllSolutions(await getSearchIndex(), query),
};
