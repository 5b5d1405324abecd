/** Projection: cards → the rows of every list they stand in. */

import type { StoredCard } from '@hanoi/core/card/stored';
import { facetsOf } from '@hanoi/core/listing/facets';
import { projectRows } from '@hanoi/core/listing/repo';
import type { SubjectId } from '@hanoi/core/shared/ids';
import type { DynamoDBRecord, DynamoDBStreamHandler } from 'aws-lambda';
import { eachSubject } from './each-subject.ts';
import { imagesOf } from './images.ts';

export const consume: DynamoDBStreamHandler = (event) =>
  eachSubject<SubjectId>(event.Records, {
    name: 'lists',
    subjectOf: (record) => record.dynamodb?.Keys?.pk?.S as SubjectId | undefined,
    project: (ctx, groups) =>
      projectRows(
        ctx,
        groups.map(({ id, records }) => ({ id, formerFacets: [...new Set(records.flatMap(formerFacets))] })),
      ),
    together: 10,
  });

/** The lists the card stood in before the change: those it may have to leave. */
function formerFacets(record: DynamoDBRecord): readonly string[] {
  const { before } = imagesOf<StoredCard>(record);
  return before ? facetsOf(before) : [];
}
