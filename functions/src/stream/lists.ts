/** Projection: cards → the rows of the lists they stand in. */

import { projectRows } from '@hanoi/core/listing/repo';
import type { SubjectId } from '@hanoi/core/shared/ids';
import type { DynamoDBStreamHandler } from 'aws-lambda';
import { eachSubject } from './each-subject.ts';

export const consume: DynamoDBStreamHandler = (event) =>
  eachSubject<SubjectId>(event.Records, {
    name: 'lists',
    subjectOf: (record) => record.dynamodb?.Keys?.pk?.S as SubjectId | undefined,
    project: (ctx, groups) =>
      projectRows(
        ctx,
        groups.map(({ id }) => id),
      ),
    together: 25,
  });
