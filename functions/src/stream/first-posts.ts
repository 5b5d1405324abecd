/** Consumer: a post or a comment that waits for moderators → an item in their queue. */
import type { StoredCard } from '@hanoi/core/card/stored';
import type { StoredComment } from '@hanoi/core/comment/repo';
import { openFirstPost } from '@hanoi/core/moderation/open';
import type { ContentId } from '@hanoi/core/shared/ids';
import type { DynamoDBRecord, DynamoDBStreamHandler } from 'aws-lambda';
import { eachSubject } from './each-subject.ts';
import { imagesOf } from './images.ts';

export const consume: DynamoDBStreamHandler = (event) =>
  eachSubject<ContentId>(event.Records, {
    name: 'first-posts',
    subjectOf: waiting,
    project: async (ctx, groups) => {
      for (const { id } of groups) await openFirstPost(ctx, id);
    },
    together: 1,
  });

/** What has just begun to wait. */
function waiting(record: DynamoDBRecord): ContentId | undefined {
  const { before, after } = imagesOf<StoredCard | StoredComment>(record);
  return after?.status === 'pending' && before?.status !== 'pending' ? after.id : undefined;
}
