/**
 * Consumer: turns what was written into messages for the queues, and leaves the work to them. A record that comes twice makes
 * a second message, which finds nothing left to do.
 */
import { concernsAnswers } from '@hanoi/core/card/inherited';
import type { ModeratedFields } from '@hanoi/core/card/schema';
import type { Showing } from '@hanoi/core/card/showing';
import { isPublic, parentOf } from '@hanoi/core/card/status';
import type { StoredCard } from '@hanoi/core/card/stored';
import { showingPrefix } from '@hanoi/core/db/keys';
import type { StoredDecision } from '@hanoi/core/decision/repo';
import type { StoredOrganisation } from '@hanoi/core/organisation/repo';
import type { StoredPerson } from '@hanoi/core/person/repo';
import {
  type ChallengeId,
  type DecisionId,
  isSubjectId,
  kindOf,
  type OrganisationId,
  type PersonId,
  type SubjectId,
  type UploadId,
} from '@hanoi/core/shared/ids';
import { hour } from '@hanoi/core/shared/time';
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
    forwardMerges(Records),
    forward(Records, 'alike', justRaised, (challenge) => ({ challenge })),
    forward(Records, 'pictures', shownOrNot, (upload) => ({ upload })),
    forward(Records, 'pictures', seenOrNot, (subject) => ({ subject })),
    forward(Records, 'votes', toRecount, (decision) => ({ decision })),
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

/** An index may show the newest answer to what was merged a moment late: the work is done once more after so long. */
const secondLookSeconds = 60;

/** Sends what follows from merges that were decided or undone. Each is named by its subject and its decision. */
function forwardMerges(records: readonly DynamoDBRecord[]): Promise<DynamoDBBatchResponse> {
  return eachSubject<`${SubjectId} ${DecisionId}`>(records, {
    name: 'dispatch',
    subjectOf: (record) => mergeIn(record),
    project: async (ctx, groups) => {
      const outgoing = groups.map(({ id, requestIds }) => {
        const [subject, decision] = id.split(' ') as [SubjectId, DecisionId];
        return { message: { subject, decision }, requestId: requestIds.at(-1) };
      });
      await enqueue(ctx, 'merge', outgoing);
      await enqueue(ctx, 'merge', outgoing, { delaySeconds: secondLookSeconds });
    },
    together,
  });
}

/** A subject that was merged or is no longer, and the decision by which it was. Of two merges at once, the earlier one goes on by itself. */
function mergeIn(record: DynamoDBRecord): `${SubjectId} ${DecisionId}` | undefined {
  const { pk, sk } = record.dynamodb?.Keys ?? {};
  if (sk?.S !== 'CARD' || !isSubjectId(pk?.S ?? '')) return undefined;
  const { before, after } = imagesOf<StoredCard & ModeratedFields>(record);
  const [was, is] = [before?.merged?.decision, after?.merged?.decision];
  const decision = was === is ? undefined : (was ?? is);
  return after && decision && `${after.id} ${decision}`;
}

/** What was published before is old: an import, the demo, a replay of old records. */
const newest = hour;

/** A challenge that has just become public. */
function justRaised(record: DynamoDBRecord): ChallengeId | undefined {
  const { pk, sk } = record.dynamodb?.Keys ?? {};
  if (sk?.S !== 'CARD' || !isSubjectId(pk?.S ?? '')) return undefined;
  const { before, after } = imagesOf<StoredCard>(record);
  const isPublished = after?.publishedAt && !before?.publishedAt && kindOf(after.id) === 'challenge';
  if (!isPublished || Date.parse(after.publishedAt!) < Date.now() - newest) return undefined;
  return after.id as ChallengeId;
}

/** An organisation whose name has changed. */
function renamedOrganisation(record: DynamoDBRecord): OrganisationId | undefined {
  const { pk, sk } = record.dynamodb?.Keys ?? {};
  if (!pk?.S?.startsWith('org_') || sk?.S !== 'CARD') return undefined;
  const { before, after } = imagesOf<StoredOrganisation>(record);
  if (!before || !after) return undefined;
  const isSame = before.name === after.name && Boolean(before.suspension) === Boolean(after.suspension);
  return isSame ? undefined : after.id;
}

/** A picture that something has begun to show, or shows no more. */
function shownOrNot(record: DynamoDBRecord): UploadId | undefined {
  const { pk, sk } = record.dynamodb?.Keys ?? {};
  if (!sk?.S?.startsWith(showingPrefix)) return undefined;
  const { before, after } = imagesOf<Showing>(record);
  return after && after.shown !== before?.shown ? (pk?.S as UploadId) : undefined;
}

/** A subject that everybody sees now, or sees no more, or that answers another one: its pictures follow, and those of what answers it. */
function seenOrNot(record: DynamoDBRecord): SubjectId | undefined {
  const { pk, sk } = record.dynamodb?.Keys ?? {};
  if (sk?.S !== 'CARD' || !isSubjectId(pk?.S ?? '')) return undefined;
  const { before, after } = imagesOf<StoredCard>(record);
  if (!before || !after) return undefined;
  const hasChanged = isPublic(before) !== isPublic(after) || parentOf(before) !== parentOf(after);
  return hasChanged ? after.id : undefined;
}

/** A decision by which votes have to be set aside, or counted again. */
function toRecount(record: DynamoDBRecord): DecisionId | undefined {
  if (record.dynamodb?.Keys?.sk?.S !== 'DECISION') return undefined;
  const { before, after } = imagesOf<StoredDecision>(record);
  const state = after?.votes?.state;
  const isToDo = state === 'running' || state === 'releasing';
  return isToDo && before?.votes?.state !== state ? after?.id : undefined;
}

/** Whose name has changed. */
function renamed(record: DynamoDBRecord): PersonId | undefined {
  if (record.dynamodb?.Keys?.sk?.S !== 'PERSON') return undefined;
  const { before, after } = imagesOf<StoredPerson>(record);
  return before && after && before.name !== after.name ? after.id : undefined;
}

/**
 * A subject whose answers have to follow, or an answer that has just reached a state: its parent may have been edited while
 * it was being submitted, or moved below another one. What the worker writes itself on an answer is neither, unless something answers the answer.
 */
function toFollow(record: DynamoDBRecord): SubjectId | undefined {
  const { pk, sk } = record.dynamodb?.Keys ?? {};
  if (sk?.S !== 'CARD' || !isSubjectId(pk?.S ?? '')) return undefined;
  const { before, after } = imagesOf<StoredCard>(record);
  if (!before || !after) return undefined;
  const kind = kindOf(after.id);
  const isFollowed = answerKindsOf(kind).length > 0 && concernsAnswers(before, after);
  const hasMoved = before.status !== after.status || parentOf(before) !== parentOf(after);
  return isFollowed || (specOf(kind).parent !== null && hasMoved) ? after.id : undefined;
}
