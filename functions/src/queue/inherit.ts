/** Worker: a challenge → what its solutions take from it, a page of them a step; and one solution that was just submitted. */
import { type ChallengeId, kindOf, type SolutionId } from '@hanoi/core/shared/ids';
import { projectChallenge, projectSolution } from '@hanoi/core/solution/projection';
import { queueHandler } from './worker.ts';

export const handler = queueHandler('inherit', async (ctx, { subject, cursor }) => {
  if (kindOf(subject) === 'solution') {
    await projectSolution(ctx, subject as SolutionId);
    return undefined;
  }
  const next = await projectChallenge(ctx, subject as ChallengeId, cursor);
  return next === undefined ? undefined : { subject, cursor: next };
});
