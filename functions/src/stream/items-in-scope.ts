/** Consumer: a subject that has another programme or ward, or of which an item was opened → its open items, which limited moderators find by them. */
import type { StoredCard } from '@hanoi/core/card/stored';
import type { StoredItem } from '@hanoi/core/moderation/repo';
import { followScope } from '@hanoi/core/moderation/scope';
import type { SubjectId } from '@hanoi/core/shared/ids';
import type { DynamoDBRecord, DynamoDBStreamHandler } from 'aws-lambda';
import { eachSubject } from './each-subject.ts';
import { imagesOf } from './images.ts';

export const consume: DynamoDBStreamHandler = (event) =>
  eachSubject<SubjectId>(event.Records, {
    name: 'items-in-scope',
    subjectOf: toFollow,
    project: async (ctx, groups) => {
      for (const { id } of groups) await followScope(ctx, id);
    },
    together: 1,
  });

function toFollow(record: DynamoDBRecord): SubjectId | undefined {
  if (record.dynamodb?.Keys?.sk?.S === 'ITEM') return opened(imagesOf<StoredItem>(record));
  const { before, after } = imagesOf<StoredCard>(record);
  const isSame = before?.programme === after?.programme && before?.ward === after?.ward;
  return before && after && !isSame ? after.id : undefined;
}

/** It may have been read before the change, and written after. */
function opened({ before, after }: { before?: StoredItem; after?: StoredItem }): SubjectId | undefined {
  return before || after?.status !== 'open' ? undefined : after.card;
}
