/**
 * What the projections share: records are grouped by what they are about (a subject, a person), each is projected once a
 * batch, several in the same calls, and only the records of those that failed are asked for again.
 */
import { connectDb } from '@hanoi/core/db/client';
import type { Ctx } from '@hanoi/core/shared/context';
import type { DynamoDBBatchResponse, DynamoDBRecord } from 'aws-lambda';
import pMap from 'p-map';
import { log } from '../http/logger.ts';

/** What the records of a batch are about, with those of its records. */
export type Group<Id extends string> = { id: Id; records: readonly DynamoDBRecord[] };

/** At least one. */
export type Groups<Id extends string> = readonly [Group<Id>, ...Group<Id>[]];

export type Projection<Id extends string> = {
  /** What a record is about; undefined for what does not concern this projection. */
  subjectOf(record: DynamoDBRecord): Id | undefined;
  /** Projects the subjects as they are now. */
  project(ctx: Ctx, groups: Groups<Id>): Promise<void>;
  /** How many subjects `project` takes at a time. */
  together: number;
};

/** Calls of `project` side by side. */
const width = 4;

/** Projects what the records are about; a subject that fails is reported by its first record, from which the batch is retried. */
export async function eachSubject<Id extends string>(
  records: readonly DynamoDBRecord[],
  { subjectOf, project, together }: Projection<Id>,
): Promise<DynamoDBBatchResponse> {
  const ctx = projectionContext();
  const known = records.filter((record) => subjectOf(record));
  const byId = Map.groupBy(known, (record) => subjectOf(record) as Id);
  const groups = [...byId].map(([id, records]) => ({ id, records }));
  const failed: DynamoDBRecord[] = [];
  const projectSome = async (some: Groups<Id>): Promise<void> => {
    try {
      await project(ctx, some);
    } catch (error) {
      // One that can't be projected must not hold up those beside it.
      if (some.length > 1) return void (await pMap(some, (group) => projectSome([group]), { concurrency: width }));
      const [{ id, records }] = some;
      ctx.log.error('projection_failed', { subject: id, error: String(error) });
      failed.push(records[0]!);
    }
  };
  const starts = Array.from({ length: Math.ceil(groups.length / together) }, (_, part) => part * together);
  const parts = starts.map((start) => groups.slice(start, start + together) as unknown as Groups<Id>);
  await pMap(parts, projectSome, { concurrency: width });
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
