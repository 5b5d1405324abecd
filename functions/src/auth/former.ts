/** Signing in where somebody is signed in already: a browser has one session, not two. */
import { closeSession } from '@hanoi/core/identity/session';
import type { Ctx } from '@hanoi/core/shared/context';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { callerOf } from '../http/context.ts';

/** Ends the session the request came with, once it has brought another. */
export async function endFormerSession(ctx: Ctx, event: APIGatewayProxyEventV2): Promise<void> {
  const { token } = callerOf(event);
  if (token && ctx.actor.kind === 'person') await closeSession(ctx, token);
}
