/**
 * What the projections share: records are grouped by what they are about (a subject, a person), each is projected once a
 * batch, several in the same calls, and only the records of those that failed are asked for again. Each group knows the
 * requests it follows from.
 */
import { noteFailure } from '@hanoi/core/dead-letter/failure';
import type { Ctx } from '@hanoi/core/shared/context';
import type { DynamoDBBatchResponse, DynamoDBRecord } from 'aws-lambda';
import pMap from 'p-map';
import { systemContext } from '../system-context.ts';
import { noteFault, traced } from '../tracing.ts';

/** What the records of a batch are about, with those of its records, and the requests that wrote them, each once, by their first. */
export type Group<Id extends string> = { id: Id; records: readonly DynamoDBRecord[]; requestIds: readonly string[] };

/** At least one. */
export type Groups<Id extends string> = readonly [Group<Id>, ...Group<Id>[]];

export type Projection<Id extends string> = {
  name: string;
  /** What a record is about; undefined for what does not concern this projection. */
  subjectOf(record: DynamoDBRecord): Id | undefined;
  /** Projects the subjects as they are now. A group alone is projected in the name of its request. */
  project(ctx: Ctx, groups: Groups<Id>): Promise<void>;
  /** How many subjects `project` takes at a time. */
  together: number;
};

/** Calls of `project` side by side. */
const width = 4;

/** Projects what the records are about; a subject that fails is reported by its first record, from which the batch is retried. */
export function eachSubject<Id extends string>(
  records: readonly DynamoDBRecord[],
  projection: Projection<Id>,
): Promise<DynamoDBBatchResponse> {
  const ctx = systemContext('projection');
  const facts = { projection: projection.name, requestId: ctx.requestId, records: records.length };
  return traced(projection.name, facts, () => projectAll(ctx, records, projection));
}

async function projectAll<Id extends string>(
  ctx: Ctx,
  records: readonly DynamoDBRecord[],
  { name, subjectOf, project, together }: Projection<Id>,
): Promise<DynamoDBBatchResponse> {
  const groups = groupsOf(records, subjectOf);
  const failed: DynamoDBRecord[] = [];
  const projectSome = async (some: Groups<Id>): Promise<void> => {
    const [{ id, records, requestIds }] = some;
    try {
      await project(some.length > 1 ? ctx : { ...ctx, requestId: requestIds.at(-1) ?? ctx.requestId }, some);
      for (const { id, requestIds } of some) ctx.log.info('projected', { projection: name, subject: id, requestIds });
    } catch (error) {
      // One that can't be projected must not hold up those beside it.
      if (some.length > 1) return void (await pMap(some, (group) => projectSome([group]), { concurrency: width }));
      ctx.log.error('projection_failed', { projection: name, subject: id, requestIds, error: String(error) });
      noteFault(error);
      await noteFailure(ctx, 'streams', records[0]!.dynamodb?.SequenceNumber ?? '', error);
      failed.push(records[0]!);
    }
  };
  const starts = Array.from({ length: Math.ceil(groups.length / together) }, (_, part) => part * together);
  const parts = starts.map((start) => groups.slice(start, start + together) as unknown as Groups<Id>);
  await pMap(parts, projectSome, { concurrency: width });
  return { batchItemFailures: failed.map((record) => ({ itemIdentifier: record.dynamodb?.SequenceNumber ?? '' })) };
}

function groupsOf<Id extends string>(
  records: readonly DynamoDBRecord[],
  subjectOf: Projection<Id>['subjectOf'],
): Group<Id>[] {
  const byId = Map.groupBy(records, subjectOf);
  const known = [...byId].filter((entry): entry is [Id, DynamoDBRecord[]] => Boolean(entry[0]));
  return known.map(([id, records]) => {
    const requestIds = new Set(records.map(requestOf).filter((requestId) => requestId !== undefined));
    return { id, records, requestIds: [...requestIds] };
  });
}

/** The request that wrote the record. One that is on it from before has written something else. */
function requestOf({ dynamodb }: DynamoDBRecord): string | undefined {
  const [before, after] = [dynamodb?.OldImage?.requestId?.S, dynamodb?.NewImage?.requestId?.S];
  return before === after ? undefined : after;
}
