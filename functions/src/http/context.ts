/** From an API event to the context of a use case: who asks, in which language, with which key. */
import { connectDb } from '@hanoi/core/db/client';
import type { Key } from '@hanoi/core/db/keys';
import type { Language } from '@hanoi/core/person/schema';
import { sessionCookie } from '@hanoi/core/session/schema';
import { actorOfToken } from '@hanoi/core/session/token';
import { AppError } from '@hanoi/core/shared/app-error';
import type { Actor, Ctx } from '@hanoi/core/shared/context';
import { random } from '@hanoi/core/shared/random';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { logOf } from './logger.ts';
import { originOf } from './origin.ts';

export type Caller = { token?: string; byCookie: boolean };

/** The session token the request carries: `Authorization: Bearer`, else the cookie, over https only the one bound to this host. */
export function callerOf(event: APIGatewayProxyEventV2): Caller {
  const bearer = event.headers.authorization?.match(/^Bearer (\S+)$/i)?.[1];
  if (bearer) return { token: bearer, byCookie: false };
  if (event.headers.authorization) return { token: 'unreadable', byCookie: false };
  const prefix = `${sessionCookie(originOf(event).startsWith('https:')).name}=`;
  const cookie = event.cookies?.find((one) => one.startsWith(prefix));
  return cookie ? { token: cookie.slice(prefix.length), byCookie: true } : { byCookie: false };
}

/** The language of the answer: the first of `Accept-Language` we have, else Vietnamese. */
export function languageOf(event: APIGatewayProxyEventV2): Language {
  const first = event.headers['accept-language']?.split(',')[0]?.trim().toLowerCase();
  return first?.startsWith('en') ? 'en' : 'vi';
}

/**
 * The context of a request. With `ahead`, the item there is read in one call with the session.
 * @throws session_invalid when a token is sent that opens no session; origin_refused for a cookie from another site
 */
export async function contextOf(event: APIGatewayProxyEventV2, ahead?: Key): Promise<Ctx> {
  const { requestId } = event.requestContext;
  const base: Omit<Ctx, 'actor'> = {
    now: () => new Date(),
    random,
    db: connectDb(),
    log: logOf(requestId),
    requestId,
    idempotencyKey: event.headers['idempotency-key'],
  };
  const actor = await actorOf(event, base, ahead);
  return { ...base, actor };
}

async function actorOf(event: APIGatewayProxyEventV2, base: Omit<Ctx, 'actor'>, ahead?: Key): Promise<Actor> {
  const { token, byCookie } = callerOf(event);
  if (!token) return { kind: 'anonymous' };
  if (byCookie) assertSameOrigin(event);
  const actor = await actorOfToken(base, token, ahead);
  if (actor) return actor;
  // An old cookie reads as nobody, so that public pages stay readable; a forged bearer token gets an error.
  if (byCookie && isSafe(event)) return { kind: 'anonymous' };
  throw new AppError('session_invalid');
}

function isSafe(event: APIGatewayProxyEventV2): boolean {
  return ['GET', 'HEAD', 'OPTIONS'].includes(event.requestContext.http.method);
}

/**
 * A browser says where an unsafe request comes from; with a cookie it must be this very site (against CSRF): the same scheme,
 * host and port, as another service of this host, or this host without encryption, is another site.
 */
function assertSameOrigin(event: APIGatewayProxyEventV2): void {
  if (isSafe(event)) return;
  const { origin, 'sec-fetch-site': site } = event.headers;
  const isOurs = origin ? originIn(origin) === originIn(originOf(event)) : site === undefined || site === 'same-origin';
  if (!isOurs) throw new AppError('origin_refused');
}

/** As browsers write it: without a port that goes without saying. Undefined for `null` and whatever else is none. */
function originIn(text: string): string | undefined {
  return URL.canParse(text) ? new URL(text).origin : undefined;
}
