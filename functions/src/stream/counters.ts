/** Projection: tallies → the counters on cards. */
import { subjectOfTallyKey } from '@hanoi/core/db/keys';
import { projectCounters } from '@hanoi/core/tally/repo';
import type { DynamoDBStreamHandler } from 'aws-lambda';
import { eachSubject } from './each-subject.ts';

export const handler: DynamoDBStreamHandler = (event) =>
  eachSubject(
    event.Records,
    (record) => subjectOfTallyKey(record.dynamodb?.Keys?.pk?.S ?? ''),
    (ctx, subject) => projectCounters(ctx, subject),
  );
