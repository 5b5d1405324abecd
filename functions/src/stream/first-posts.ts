/** Consumer: a post that waits for moderators → an item in their queue. */
import type { StoredCard } from '@hanoi/core/card/stored';
import { openFirstPost } from '@hanoi/core/moderation/open';
import type { SubjectId } from '@hanoi/core/shared/ids';
import type { DynamoDBRecord, DynamoDBStreamHandler } from 'aws-lambda';
import { eachSubject } from './each-subject.ts';
import { imagesOf } from './images.ts';

export const consume: DynamoDBStreamHandler = (event) =>
  eachSubject<SubjectId>(event.Records, {
    name: 'first-posts',
    subjectOf: waiting,
    project: async (ctx, groups) => {
      for (const { id } of groups) await openFirstPost(ctx, id);
    },
    together: 1,
  });

/** A subject that has just begun to wait. */
function waiting(record: DynamoDBRecord): SubjectId | undefined {
  const { before, after } = imagesOf<StoredCard>(record);
  return after?.status === 'pending' && before?.status !== 'pending' ? after.id : undefined;
}
