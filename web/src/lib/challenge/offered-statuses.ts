/** What of a challenge's way through the statuses can happen, and so is shown: derived from the moves there are. */
import { type ChallengeStatus, type PublicStatus, publicStatuses } from '@hanoi/core/challenge/schema';
import { reachableStatusesOf } from '@hanoi/core/subject/moves';

const reachable: readonly ChallengeStatus[] = reachableStatusesOf('challenge');

/** The statuses to filter by: those a challenge can reach, and the one an address asks for. */
export function offeredStatuses(asked: PublicStatus | undefined): PublicStatus[] {
  return publicStatuses.filter((status) => status === asked || reachable.includes(status));
}

const way = ['open', 'evaluating', 'decided', 'implementing', 'completed'] as const;
export type Step = (typeof way)[number];

/**
 * The steps of a challenge in `status`: those that it has come through, its own and those that can come. Empty where there is no way
 * to show. Raised challenges are answered without a round of scores.
 */
export function stepsOf(status: ChallengeStatus, isLaunched: boolean): Step[] {
  const now = way.indexOf(status as Step);
  if (now < 0) return [];
  const steps = way.filter((step, place) => {
    if (step === 'evaluating' && !isLaunched && place !== now) return false;
    return place <= now || reachable.includes(step);
  });
  return steps.length > 1 ? steps : [];
}
