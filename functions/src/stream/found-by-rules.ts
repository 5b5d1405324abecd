/** Consumer: what content rules found → an item in the moderators' queue. */
import { contentOfFoundKey } from '@hanoi/core/db/keys';
import { openByRule } from '@hanoi/core/moderation/open';
import type { ContentId } from '@hanoi/core/shared/ids';
import type { DynamoDBStreamHandler } from 'aws-lambda';
import { eachSubject } from './each-subject.ts';

export const consume: DynamoDBStreamHandler = (event) =>
  eachSubject<ContentId>(event.Records, {
    name: 'found-by-rules',
    subjectOf: ({ dynamodb }) => contentOfFoundKey(dynamodb?.NewImage?.pk?.S ?? ''),
    project: async (ctx, groups) => {
      for (const { id } of groups) await openByRule(ctx, id);
    },
    together: 1,
  });
