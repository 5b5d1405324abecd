/** Projection: the name of a person → what they wrote. */
import { projectName } from '@hanoi/core/person/projection';
import type { StoredPerson } from '@hanoi/core/person/repo';
import type { PersonId } from '@hanoi/core/shared/ids';
import type { DynamoDBRecord, DynamoDBStreamHandler } from 'aws-lambda';
import { eachSubject } from './each-subject.ts';
import { imagesOf } from './images.ts';

export const consume: DynamoDBStreamHandler = (event) =>
  eachSubject<PersonId>(event.Records, {
    name: 'names',
    subjectOf: renamed,
    project: (ctx, [{ id }]) => projectName(ctx, id),
    together: 1,
  });

function renamed(record: DynamoDBRecord): PersonId | undefined {
  const { before, after } = imagesOf<StoredPerson>(record);
  return before && after && before.name !== after.name ? after.id : undefined;
}
