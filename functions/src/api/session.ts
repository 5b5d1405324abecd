/** One's own sessions over HTTP. */
import type { sessionContract } from '@hanoi/core/session/contract';
import { endOtherSessions, endSession, listMySessions } from '@hanoi/core/session/service';
import { type Ctx, requirePerson } from '@hanoi/core/shared/context';
import { callerOf } from '../http/context.ts';
import type { HandlesOf } from '../http/handle.ts';
import { logOf } from '../http/logger.ts';

export const handles: HandlesOf<typeof sessionContract> = {
  listMySessions: async (ctx, _, event) => ({ items: await listMySessions(ctx, callerOf(event).token) }),
  endSession: async (ctx, { params }) => log(ctx, await endSession(ctx, params.id)),
  endOtherSessions: async (ctx, _, event) => log(ctx, await endOtherSessions(ctx, callerOf(event).token)),
};

/** Without the id of the request, as every line that names a person. */
function log(ctx: Ctx, count: number): undefined {
  if (count > 0) logOf().info('sessions_ended', { person: requirePerson(ctx).id, count });
}
