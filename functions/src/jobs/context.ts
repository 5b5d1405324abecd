/** The context of a job: the system, acting under the job's name. */
import { connectDb } from '@hanoi/core/db/client';
import type { Ctx } from '@hanoi/core/shared/context';
import { log } from '../http/logger.ts';

export function jobContext(name: string): Ctx {
  return {
    actor: { kind: 'system', name },
    now: () => new Date(),
    db: connectDb(),
    log: log(),
    requestId: 'job',
  };
}
