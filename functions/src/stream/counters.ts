/** Projection: tallies → the counters on cards. */

import { projectCounters } from '@hanoi/core/card/projection';
import { subjectOfTallyKey } from '@hanoi/core/db/keys';
import type { SubjectId } from '@hanoi/core/shared/ids';
import { subjectsTogether } from '@hanoi/core/tally/repo';
import type { DynamoDBStreamHandler } from 'aws-lambda';
import { eachSubject } from './each-subject.ts';

export const consume: DynamoDBStreamHandler = (event) =>
  eachSubject<SubjectId>(event.Records, {
    name: 'counters',
    subjectOf: (record) => subjectOfTallyKey(record.dynamodb?.Keys?.pk?.S ?? ''),
    project: (ctx, groups) => {
      const requests = new Map(groups.map(({ id, requestIds }) => [id, requestIds.at(-1)]));
      return projectCounters(ctx, [...requests.keys()], (id) => requests.get(id) ?? ctx.requestId);
    },
    together: subjectsTogether,
  });
