/**
 * What the projections share: records are grouped by what they are about (a subject, a person), each is projected once a
 * batch, and only the records of those that failed are asked for again.
 */
import { connectDb } from '@hanoi/core/db/client';
import type { Ctx } from '@hanoi/core/shared/context';
import type { DynamoDBBatchResponse, DynamoDBRecord } from 'aws-lambda';
import { log } from '../http/logger.ts';

/** Subjects projected side by side. */
const width = 8;

/** Projects each subject of the records, those that have one; a failed one is reported by its first record, from which the batch is retried. */
export async function eachSubject<Id extends string>(
  records: readonly DynamoDBRecord[],
  subjectOf: (record: DynamoDBRecord) => Id | undefined,
  project: (ctx: Ctx, subject: Id, records: readonly DynamoDBRecord[]) => Promise<void>,
): Promise<DynamoDBBatchResponse> {
  const ctx = projectionContext();
  const known = records.filter((record) => subjectOf(record));
  const groups = [...Map.groupBy(known, (record) => subjectOf(record) as Id)];
  const failed: DynamoDBRecord[] = [];
  for (let start = 0; start < groups.length; start += width) {
    const results = groups.slice(start, start + width).map(async ([subject, group]) => {
      await project(ctx, subject, group).catch((error: unknown) => {
        ctx.log.error('projection_failed', { subject, error: String(error) });
        failed.push(group[0]!);
      });
    });
    await Promise.all(results);
  }
  return { batchItemFailures: failed.map((record) => ({ itemIdentifier: record.dynamodb?.SequenceNumber ?? '' })) };
}

function projectionContext(): Ctx {
  return {
    actor: { kind: 'system', name: 'projection' },
    now: () => new Date(),
    db: connectDb(),
    log: log(),
    requestId: 'stream',
  };
}
