/** Signing in where somebody is signed in already: a browser has one session, not two. */
import { closeSession } from '@hanoi/core/session/token';
import type { Ctx } from '@hanoi/core/shared/context';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { callerOf } from '../http/context.ts';

/**
 * Ends the session the request came with, once it has brought another. Where that fails the new one counts all the same: the
 * code for it is spent. The old one ends by its time, and can be ended on the profile.
 */
export async function endFormerSession(ctx: Ctx, event: APIGatewayProxyEventV2): Promise<void> {
  const { token } = callerOf(event);
  if (!token || ctx.actor.kind !== 'person') return;
  await closeSession(ctx, token).catch((error: unknown) => {
    ctx.log.warn('former_session_left', { error: String(error) });
  });
}
