/** Projection: cards → the rows of every list they stand in. */
import { facetsOf } from '@hanoi/core/listing/facets';
import { projectRows } from '@hanoi/core/listing/repo';
import type { SubjectId } from '@hanoi/core/shared/ids';
import type { Card } from '@hanoi/core/subject/repo';
import type { DynamoDBRecord, DynamoDBStreamHandler } from 'aws-lambda';
import { eachSubject } from './each-subject.ts';
import { imagesOf } from './images.ts';

export const handler: DynamoDBStreamHandler = (event) =>
  eachSubject(
    event.Records,
    (record) => record.dynamodb?.Keys?.pk?.S as SubjectId | undefined,
    (ctx, subject, records) => projectRows(ctx, subject, [...new Set(records.flatMap(formerFacets))]),
  );

/** The lists the card stood in before the change: those it may have to leave. */
function formerFacets(record: DynamoDBRecord): string[] {
  const { before } = imagesOf<Card>(record);
  return before ? facetsOf(before) : [];
}
