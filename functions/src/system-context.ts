/** The context of what runs without anybody asking: jobs, consumers of the stream, workers of queues. */
import { connectDb } from '@hanoi/core/db/client';
import type { Ctx } from '@hanoi/core/shared/context';
import { newRequestId } from '@hanoi/core/shared/request-id';
import { logOf } from './http/logger.ts';

/** The system at work under this name, for the request it follows from, or with an id of its own. */
export function systemContext(name: string, requestId = newRequestId()): Ctx {
  return { actor: { kind: 'system', name }, now: () => new Date(), db: connectDb(), log: logOf(requestId), requestId };
}
