/** What every job is: the system at work under the job's name, each run with an id of its own, written down when it begins and ends. */
import type { JobName } from '@hanoi/core/job/schema';
import { recordRun } from '@hanoi/core/job/service';
import type { Ctx } from '@hanoi/core/shared/context';
import { countJob } from '../metrics.ts';
import { systemContext } from '../system-context.ts';
import { traced } from '../tracing.ts';

/** The handler of a job. The event is the payload of a call by hand. It throws JobRunning while another run goes on. */
export function jobOf<Result>(name: JobName, work: (ctx: Ctx, event?: unknown) => Promise<Result>) {
  return async (event?: unknown): Promise<Result> => {
    const ctx = systemContext(name);
    try {
      const run = () => recordRun(ctx, name, () => work(ctx, event));
      const result = await traced(name, { job: name, requestId: ctx.requestId }, run);
      countJob(name, ctx.requestId);
      return result;
    } catch (error) {
      ctx.log.error('job_failed', { job: name, error: String(error) });
      throw error;
    }
  };
}
