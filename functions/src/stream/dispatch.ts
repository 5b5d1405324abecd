/**
 * Consumer: turns what was written into messages for the queues, and leaves the work to them. A record that comes twice makes
 * a second message, which finds nothing left to do.
 */
import { concernsAnswers } from '@hanoi/core/card/inherited';
import type { StoredCard } from '@hanoi/core/card/stored';
import type { StoredPerson } from '@hanoi/core/person/repo';
import { isSubjectId, kindOf, type OrganisationId, type PersonId, type SubjectId } from '@hanoi/core/shared/ids';
import type { OrganisationRef } from '@hanoi/core/shared/membership';
import { answerKindsOf, specOf } from '@hanoi/core/subject/kinds';
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
 * A subject whose answers have to follow, or an answer that has just reached a state: its parent may have been edited while
 * it was being submitted. What the worker writes itself on an answer is neither, unless something answers the answer.
 */
function toFollow(record: DynamoDBRecord): SubjectId | undefined {
  const { pk, sk } = record.dynamodb?.Keys ?? {};
  if (sk?.S !== 'CARD' || !isSubjectId(pk?.S ?? '')) return undefined;
  const { before, after } = imagesOf<StoredCard>(record);
  if (!before || !after) return undefined;
  const kind = kindOf(after.id);
  const isFollowed = answerKindsOf(kind).length > 0 && concernsAnswers(before, after);
  const hasMoved = specOf(kind).parent !== null && before.status !== after.status;
  return isFollowed || hasMoved ? after.id : undefined;
}
