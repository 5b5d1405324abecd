/** What every job is: the system at work under the job's name, counted when it has come to its end. */
import { connectDb } from '@hanoi/core/db/client';
import type { Ctx } from '@hanoi/core/shared/context';
import { log } from '../http/logger.ts';
import { countJob } from '../metrics.ts';

/** The handler of a job. The event is what whoever calls it by hand says. */
export function jobOf<Result>(name: string, work: (ctx: Ctx, event?: unknown) => Promise<Result>) {
  return async (event?: unknown): Promise<Result> => {
    const result = await work(contextOf(name), event);
    countJob(name);
    return result;
  };
}

function contextOf(name: string): Ctx {
  return {
    actor: { kind: 'system', name },
    now: () => new Date(),
    db: connectDb(),
    log: log(),
    requestId: 'job',
  };
}
