/** Projection: cards → the rows of every list they stand in. */
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { facetsOf } from '@hanoi/core/listing/facets';
import { projectRows } from '@hanoi/core/listing/repo';
import type { SubjectId } from '@hanoi/core/shared/ids';
import type { Card } from '@hanoi/core/subject/repo';
import type { DynamoDBRecord, DynamoDBStreamHandler } from 'aws-lambda';
import { eachSubject } from './each-subject.ts';

export const handler: DynamoDBStreamHandler = (event) =>
  eachSubject(
    event.Records,
    (record) => record.dynamodb?.Keys?.pk?.S as SubjectId | undefined,
    (ctx, subject, records) => projectRows(ctx, subject, [...new Set(records.flatMap(formerFacets))]),
  );

/** The lists the card stood in before the change: those it may have to leave. */
function formerFacets(record: DynamoDBRecord): string[] {
  const before = record.dynamodb?.OldImage;
  return before ? facetsOf(unmarshall(before as Parameters<typeof unmarshall>[0]) as unknown as Card) : [];
}
