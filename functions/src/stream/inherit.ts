/** Projection: challenges → what their solutions take from them. */

import type { StoredCard } from '@hanoi/core/card/stored';
import type { ChallengeCard } from '@hanoi/core/challenge/schema';
import { type ChallengeId, kindOf, type SolutionId, type SubjectId } from '@hanoi/core/shared/ids';
import { projectChallenge, projectSolution } from '@hanoi/core/solution/projection';
import { concernsSolutions } from '@hanoi/core/solution/rules';
import type { DynamoDBRecord, DynamoDBStreamHandler } from 'aws-lambda';
import { eachSubject } from './each-subject.ts';
import { imagesOf } from './images.ts';

export const consume: DynamoDBStreamHandler = (event) =>
  eachSubject<SubjectId>(event.Records, {
    name: 'inherit',
    subjectOf: concerned,
    project: (ctx, [{ id }]) =>
      kindOf(id) === 'challenge' ? projectChallenge(ctx, id as ChallengeId) : projectSolution(ctx, id as SolutionId),
    together: 1,
  });

/**
 * A challenge whose solutions have to follow, or a solution that has just reached a state: the challenge may have been
 * edited while it was being submitted. What this projection writes itself is neither.
 */
function concerned(record: DynamoDBRecord): SubjectId | undefined {
  const { before, after } = imagesOf<StoredCard>(record);
  if (!before || !after) return undefined;
  if (kindOf(after.id) === 'challenge')
    return concernsSolutions(before as StoredCard<ChallengeCard>, after as StoredCard<ChallengeCard>)
      ? after.id
      : undefined;
  return kindOf(after.id) === 'solution' && before.status !== after.status ? after.id : undefined;
}
