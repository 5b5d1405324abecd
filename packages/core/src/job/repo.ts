/** Jobs in the table: one small item each, which every run writes when it begins and when it ends. */
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { getItems } from '../db/get.ts';
import { jobKey } from '../db/keys.ts';
import { type Part, setPart } from '../db/transact.ts';
import type { Ctx } from '../shared/context.ts';
import { after, iso } from '../shared/time.ts';
import { longestRun, longestWait, type StoredJob } from './rules.ts';
import type { JobName, JobRun } from './schema.ts';

/** Thrown where a run would be beside another one. */
export class JobRunning extends Error {
  override name = 'JobRunning';
  constructor(job: string) {
    super(`The job ${job} runs just now, or was asked for a moment ago.`);
  }
}

/** The items of jobs, in their order; empty for those that have never run. */
export async function findJobs(ctx: Ctx, names: readonly JobName[]): Promise<StoredJob[]> {
  const items = await getItems(ctx, names.map(jobKey), { consistent: true });
  return items.map((item) => (item ?? {}) as StoredJob);
}

const noRun = '(attribute_not_exists(runningUntil) OR runningUntil <= :now)';

/** Changes the item where the condition holds; false where it does not. */
async function changeIf(ctx: Ctx, name: JobName, change: string, condition: string, values: object): Promise<boolean> {
  const update = {
    TableName: ctx.db.table,
    Key: jobKey(name),
    UpdateExpression: change,
    ConditionExpression: condition,
    ExpressionAttributeValues: values as Record<string, unknown>,
  };
  try {
    await ctx.db.client.send(new UpdateCommand(update));
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}

/** Writes that a run begins, for at most a quarter of an hour. @throws JobRunning while another one goes on */
export async function beginRun(ctx: Ctx, name: JobName): Promise<void> {
  const now = ctx.now();
  const change = 'SET runningSince = :now, runningUntil = :until, requestId = :id REMOVE askedUntil';
  const values = { ':now': iso(now), ':until': iso(after(now, longestRun)), ':id': ctx.requestId };
  // The same run again: the answer to its first write was lost.
  if (!(await changeIf(ctx, name, change, `${noRun} OR requestId = :id`, values))) throw new JobRunning(name);
}

/** Writes how the run ended. Nothing where another one has begun since, as this one had taken too long. */
export async function endRun(ctx: Ctx, name: JobName, last: JobRun): Promise<void> {
  const isWell = last.outcome !== 'failed';
  const change = `SET #last = :last${isWell ? ', doneAt = :at' : ''} REMOVE runningSince, runningUntil`;
  await ctx.db.client
    .send(
      new UpdateCommand({
        TableName: ctx.db.table,
        Key: jobKey(name),
        UpdateExpression: change,
        ConditionExpression: 'requestId = :id',
        ExpressionAttributeNames: { '#last': 'last' },
        ExpressionAttributeValues: {
          ':last': last,
          ':id': ctx.requestId,
          ...(isWell && { ':at': last.endedAt }),
        },
      }),
    )
    .catch((error: unknown) => {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
      ctx.log.warn('job_run_forgotten', { job: name });
    });
}

/** The part that asks for a run. Refused with JobRunning while one goes on or was asked for. */
export function askRunPart(ctx: Ctx, name: JobName): Part {
  const now = ctx.now();
  const condition = {
    expression: `${noRun} AND (attribute_not_exists(askedUntil) OR askedUntil <= :now)`,
    values: { ':now': iso(now) },
  };
  return setPart(jobKey(name), { askedUntil: iso(after(now, longestWait)) }, condition, () => new JobRunning(name));
}

/** Takes back what was asked for and could not be started, so that it can be asked for again at once. */
export async function takeBackAsked(ctx: Ctx, name: JobName): Promise<void> {
  await changeIf(ctx, name, 'REMOVE askedUntil', 'attribute_exists(askedUntil) AND askedUntil > :now', {
    ':now': iso(ctx.now()),
  });
}

/** Ends the time of a run that nobody does any more. */
export async function cutOffRun(ctx: Ctx, name: JobName): Promise<void> {
  await changeIf(ctx, name, 'SET runningUntil = :now', 'runningUntil > :now', { ':now': iso(ctx.now()) });
}
