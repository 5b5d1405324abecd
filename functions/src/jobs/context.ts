/** What every job is: the system at work under the job's name, each run with an id of its own, counted when it has come to its end. */
import { connectDb } from '@hanoi/core/db/client';
import type { Ctx } from '@hanoi/core/shared/context';
import { newRequestId } from '@hanoi/core/shared/request-id';
import { logOf } from '../http/logger.ts';
import { countJob } from '../metrics.ts';
import { traced } from '../tracing.ts';

/** The handler of a job. The event is what whoever calls it by hand says. */
export function jobOf<Result>(name: string, work: (ctx: Ctx, event?: unknown) => Promise<Result>) {
  return async (event?: unknown): Promise<Result> => {
    const ctx = contextOf(name);
    try {
      const result = await traced(name, { job: name, requestId: ctx.requestId }, () => work(ctx, event));
      countJob(name, ctx.requestId);
      return result;
    } catch (error) {
      ctx.log.error('job_failed', { job: name, error: String(error) });
      throw error;
    }
  };
}

function contextOf(name: string): Ctx {
  const requestId = newRequestId();
  return {
    actor: { kind: 'system', name },
    now: () => new Date(),
    db: connectDb(),
    log: logOf(requestId),
    requestId,
  };
}
