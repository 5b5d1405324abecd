/** Projection: challenges → what their solutions take from them. */
import type { ChallengeCard } from '@hanoi/core/challenge/schema';
import { isChallengeId, type SubjectId } from '@hanoi/core/shared/ids';
import { projectChallenge, projectSolution } from '@hanoi/core/solution/projection';
import { concernsSolutions } from '@hanoi/core/solution/rules';
import type { Card } from '@hanoi/core/subject/repo';
import type { DynamoDBRecord, DynamoDBStreamHandler } from 'aws-lambda';
import { eachSubject } from './each-subject.ts';
import { imagesOf } from './images.ts';

export const consume: DynamoDBStreamHandler = (event) =>
  eachSubject<SubjectId>(event.Records, {
    name: 'inherit',
    subjectOf: concerned,
    project: (ctx, [{ id }]) => (isChallengeId(id) ? projectChallenge(ctx, id) : projectSolution(ctx, id)),
    together: 1,
  });

/**
 * A challenge whose solutions have to follow, or a solution that has just reached a state: the challenge may have been
 * edited while it was being submitted. What this projection writes itself is neither.
 */
function concerned(record: DynamoDBRecord): SubjectId | undefined {
  const { before, after } = imagesOf<Card>(record);
  if (!before || !after) return undefined;
  const concerns = isChallengeId(after.id)
    ? concernsSolutions(before as ChallengeCard, after as ChallengeCard)
    : before.status !== after.status;
  return concerns ? after.id : undefined;
}
