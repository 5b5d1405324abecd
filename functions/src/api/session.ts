/** One's own sessions over HTTP. */
import type { sessionContract } from '@hanoi/core/session/contract';
import { endOtherSessions, endSession, listMySessions } from '@hanoi/core/session/service';
import { callerOf } from '../http/context.ts';
import type { HandlesOf } from '../http/handle.ts';

export const handles: HandlesOf<typeof sessionContract> = {
  listMySessions: async (ctx, _, event) => ({ items: await listMySessions(ctx, callerOf(event).token) }),
  endSession: async (ctx, { params }) => void (await endSession(ctx, params.id)),
  endOtherSessions: async (ctx, _, event) => void (await endOtherSessions(ctx, callerOf(event).token)),
};
