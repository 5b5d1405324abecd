/** Solutions over HTTP. */
import type { solutionContract } from '@hanoi/core/solution/contract';
import {
  discardSolution,
  draftSolution,
  editSolution,
  getSolution,
  listSolutions,
  submitSolution,
  withdrawSolution,
} from '@hanoi/core/solution/service';
import type { HandlesOf } from '../http/handle.ts';

export const handles: Omit<HandlesOf<typeof solutionContract>, 'listAllSolutions'> = {
  listSolutions: (ctx, { params, query }) => listSolutions(ctx, params.id, query),
  draftSolution: (ctx, { params, body }) => draftSolution(ctx, params.id, body),
  getSolution: (ctx, { params }) => getSolution(ctx, params.id),
  editSolution: (ctx, { params, body }) => editSolution(ctx, params.id, body),
  discardSolution: async (ctx, { params }) => {
    await discardSolution(ctx, params.id);
    return undefined;
  },
  submitSolution: (ctx, { params }) => submitSolution(ctx, params.id),
  withdrawSolution: (ctx, { params }) => withdrawSolution(ctx, params.id),
};
