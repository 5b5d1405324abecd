/** Use cases of jobs: what administrators see of them, running one now, and the run itself. */
import { auditPart } from '../audit/repo.ts';
import { transact } from '../db/transact.ts';
import { AppError } from '../shared/app-error.ts';
import { type Ctx, hasRole, requirePerson } from '../shared/context.ts';
import { faultOf } from '../shared/fault.ts';
import { iso } from '../shared/time.ts';
import type { JobRunner } from './port.ts';
import { askRunPart, beginRun, cutOffRun, endRun, findJobs, JobRunning, takeBackAsked } from './repo.ts';
import { factsOf, outcomeOf, shownJob } from './rules.ts';
import { type Job, type JobName, type JobRun, jobNames, jobsIn, type Place } from './schema.ts';

/** The jobs that run in a place, each with its last run. For administrators. @throws not_signed_in, not_allowed */
export async function listJobs(ctx: Ctx, place: Place): Promise<Job[]> {
  if (!hasRole(requirePerson(ctx), 'administrator')) throw new AppError('not_allowed');
  const names = jobsIn(place);
  const stored = await findJobs(ctx, names);
  return names.map((name, index) => shownJob(name, stored[index]!, place, ctx.now()));
}

/**
 * Asks for a run of a job, and starts it. Where it runs or was asked for already, nothing happens: `isNew` is false. For administrators.
 * @throws not_signed_in, not_allowed, not_found for a job that does not run in this place, busy where it can't be started
 */
export async function runJobNow(ctx: Ctx, runner: JobRunner, name: JobName): Promise<{ job: Job; isNew: boolean }> {
  if (!hasRole(requirePerson(ctx), 'administrator')) throw new AppError('not_allowed');
  if (!jobsIn(runner.place).includes(name)) throw new AppError('not_found');
  const isNew = await ask(ctx, name);
  if (isNew) {
    await runner.start(name).catch(async (cause: unknown) => {
      await takeBackAsked(ctx, name);
      throw new AppError('busy', { cause });
    });
  }
  const [stored] = await findJobs(ctx, [name]);
  return { job: shownJob(name, stored!, runner.place, ctx.now()), isNew };
}

async function ask(ctx: Ctx, name: JobName): Promise<boolean> {
  try {
    await transact(ctx, [askRunPart(ctx, name), auditPart(ctx, { action: 'job_run', subject: `job:${name}` })]);
    return true;
  } catch (error) {
    if (error instanceof JobRunning) return false;
    throw error;
  }
}

/**
 * Runs a job: writes when it begins and how it ends. For the system.
 * @throws JobRunning while another run of it goes on; what the work throws
 */
export async function recordRun<Answer>(ctx: Ctx, name: JobName, work: () => Promise<Answer>): Promise<Answer> {
  const startedAt = iso(ctx.now());
  const run = (rest: Pick<JobRun, 'outcome' | 'facts' | 'fault'>) => ({ startedAt, endedAt: iso(ctx.now()), ...rest });
  await beginRun(ctx, name);
  const answer = await work().catch(async (error: unknown) => {
    // What the work threw is the cause, also where this can't be written.
    await endRun(ctx, name, run({ outcome: 'failed', facts: {}, fault: faultOf(error) })).catch((failure: unknown) =>
      ctx.log.error('job_run_unwritten', { job: name, error: String(failure) }),
    );
    throw error;
  });
  await endRun(ctx, name, run({ outcome: outcomeOf(answer), facts: factsOf(answer), fault: null }));
  return answer;
}

/** Frees the jobs that a process ran which is gone. Only for the process that has just taken the data folder. */
export async function releaseJobs(ctx: Ctx): Promise<void> {
  const stored = await findJobs(ctx, jobNames);
  const held = jobNames.filter((_, index) => stored[index]!.runningUntil);
  await Promise.all(held.map((name) => cutOffRun(ctx, name)));
}
