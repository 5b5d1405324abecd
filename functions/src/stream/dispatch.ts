/**
 * Consumer: turns what was written into messages for the queues, and leaves the work to them. A record that comes twice makes
 * a second message, which finds nothing left to do.
 */
import type { StoredCard } from '@hanoi/core/card/stored';
import type { ChallengeCard } from '@hanoi/core/challenge/schema';
import type { StoredPerson } from '@hanoi/core/person/repo';
import { isSubjectId, kindOf, type OrganisationId, type PersonId, type SubjectId } from '@hanoi/core/shared/ids';
import type { OrganisationRef } from '@hanoi/core/shared/membership';
import { concernsSolutions } from '@hanoi/core/solution/rules';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamHandler } from 'aws-lambda';
import { enqueue } from '../queue/enqueue.ts';
import type { Message, QueueName } from '../queue/messages.ts';
import { eachSubject } from './each-subject.ts';
import { imagesOf } from './images.ts';

/** Subjects whose messages are sent in one call. */
const together = 10;

export const consume: DynamoDBStreamHandler = async ({ Records }) => {
  const answers = await Promise.all([
    forward(Records, 'rename', renamed, (person) => ({ person })),
    forward(Records, 'rename', renamedOrganisation, (organisation) => ({ organisation })),
    forward(Records, 'inherit', toFollow, (subject) => ({ subject })),
  ]);
  return { batchItemFailures: answers.flatMap(({ batchItemFailures }) => batchItemFailures) };
};

/** Sends a message for each subject that records are about. */
function forward<Name extends QueueName, Id extends string>(
  records: readonly DynamoDBRecord[],
  queue: Name,
  subjectOf: (record: DynamoDBRecord) => Id | undefined,
  messageOf: (id: Id) => Message<Name>,
): Promise<DynamoDBBatchResponse> {
  return eachSubject<Id>(records, {
    name: 'dispatch',
    subjectOf,
    project: (ctx, groups) => {
      const outgoing = groups.map(({ id, requestIds }) => ({ message: messageOf(id), requestId: requestIds.at(-1) }));
      return enqueue(ctx, queue, outgoing);
    },
    together,
  });
}

/** An organisation whose name has changed. */
function renamedOrganisation(record: DynamoDBRecord): OrganisationId | undefined {
  const { pk, sk } = record.dynamodb?.Keys ?? {};
  if (!pk?.S?.startsWith('org_') || sk?.S !== 'CARD') return undefined;
  const { before, after } = imagesOf<OrganisationRef>(record);
  return before && after && before.name !== after.name ? after.id : undefined;
}

/** Whose name has changed. */
function renamed(record: DynamoDBRecord): PersonId | undefined {
  if (record.dynamodb?.Keys?.sk?.S !== 'PERSON') return undefined;
  const { before, after } = imagesOf<StoredPerson>(record);
  return before && after && before.name !== after.name ? after.id : undefined;
}

/**
 * A challenge whose solutions have to follow, or a solution that has just reached a state: the challenge may have been
 * edited while it was being submitted. What the worker writes itself is neither.
 */
function toFollow(record: DynamoDBRecord): SubjectId | undefined {
  const { pk, sk } = record.dynamodb?.Keys ?? {};
  if (sk?.S !== 'CARD' || !isSubjectId(pk?.S ?? '')) return undefined;
  const { before, after } = imagesOf<StoredCard>(record);
  if (!before || !after) return undefined;
  if (kindOf(after.id) === 'challenge')
    return concernsSolutions(before as StoredCard<ChallengeCard>, after as StoredCard<ChallengeCard>)
      ? after.id
      : undefined;
  return kindOf(after.id) === 'solution' && before.status !== after.status ? after.id : undefined;
}
