/** Projection: tallies → the counters on cards. */
import { subjectOfTallyKey } from '@hanoi/core/db/keys';
import type { SubjectId } from '@hanoi/core/shared/ids';
import { projectCounters, subjectsTogether } from '@hanoi/core/tally/repo';
import type { DynamoDBStreamHandler } from 'aws-lambda';
import { eachSubject } from './each-subject.ts';

export const consume: DynamoDBStreamHandler = (event) =>
  eachSubject<SubjectId>(event.Records, {
    subjectOf: (record) => subjectOfTallyKey(record.dynamodb?.Keys?.pk?.S ?? ''),
    project: (ctx, groups) =>
      projectCounters(
        ctx,
        groups.map(({ id }) => id),
      ),
    together: subjectsTogether,
  });
