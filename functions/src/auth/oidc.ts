/**
 * Signing in through an OpenID Connect provider: authorization code flow with PKCE. What must be remembered between
 * leaving and coming back is kept under the hash of a state that only this browser's cookie knows. Each flow has a state and a
 * cookie of its own, so that two tabs can sign in side by side. Whatever fails tells where the person was going.
 */
import { type Item, oidcKey } from '@hanoi/core/db/keys';
import { putItem, takeItem } from '@hanoi/core/db/write';
import { signInWithOidc } from '@hanoi/core/identity/service';
import { personNameOf } from '@hanoi/core/person/name-rule';
import { sessionCookie, sessionLifetime } from '@hanoi/core/session/schema';
import { AppError } from '@hanoi/core/shared/app-error';
import type { Ctx } from '@hanoi/core/shared/context';
import type { ErrorCode } from '@hanoi/core/shared/errors';
import { sha256 } from '@hanoi/core/shared/hash';
import { after, hasCome, iso, minute, second, ttl } from '@hanoi/core/shared/time';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import * as client from 'openid-client';
import { languageOf } from '../http/context.ts';
import { Answer } from '../http/handle.ts';
import { logOf } from '../http/logger.ts';
import { originOf } from '../http/origin.ts';
import { basePath } from '../http/router.ts';
import { endFormerSession } from './former.ts';

const lifetime = 10 * minute;
const callbackPath = `${basePath}/auth/oidc/callback`;
const scope = 'openid profile eid';

/** Flows that one browser may have open: each has a cookie, and browsers send them all. */
const mostFlows = 8;

type Begun = { verifier: string; nonce: string; next: string; expiresAt: string; isSpent?: true };

let discovered: Promise<client.Configuration> | undefined;

/** Sends the browser to the provider. @throws oidc_unavailable */
export async function startOidc(ctx: Ctx, next: string, event: APIGatewayProxyEventV2): Promise<Answer> {
  const configuration = await provider(safePath(next));
  const state = client.randomState();
  const verifier = client.randomPKCECodeVerifier();
  const nonce = client.randomNonce();
  const expires = after(ctx.now(), lifetime);
  const begun: Begun = { verifier, nonce, next: safePath(next), expiresAt: iso(expires) };
  await putItem(ctx, { ...oidcKey(sha256(state)), ...begun, ttl: ttl(expires) });
  const url = client.buildAuthorizationUrl(configuration, {
    redirect_uri: `${originOf(event)}${callbackPath}`,
    scope,
    state,
    nonce,
    code_challenge: await client.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  });
  const former = flowsOf(event).slice(0, 1 - mostFlows);
  return redirect(url.href, [
    cookie(event, stateCookie(event, state), state, lifetime / second),
    ...former.map((name) => cookie(event, name, '', 0)),
  ]);
}

/**
 * Handles the callback: opens the session and redirects to the page it came from.
 * @throws oidc_cancelled, oidc_expired (too late, or a second time), oidc_failed, oidc_unavailable; each with `next` where it is known
 */
export async function finishOidc(ctx: Ctx, event: APIGatewayProxyEventV2): Promise<Answer> {
  const query = new URLSearchParams(event.rawQueryString);
  const state = query.get('state') ?? '';
  const isMine = (event.cookies ?? []).includes(`${stateCookie(event, state)}=${state}`);
  const begun = state && isMine ? await takeBegun(ctx, state) : undefined;
  if (!begun) throw new AppError(state && !isMine ? 'oidc_failed' : 'oidc_expired');
  const { next } = begun;
  if (begun.isSpent || hasCome(begun.expiresAt, ctx.now())) throw new AppError('oidc_expired', { data: { next } });
  const refused = query.get('error');
  if (refused) throw new AppError(refusals[refused] ?? 'oidc_failed', { cause: new Error(refused), data: { next } });
  const claims = await claimsOf(event, state, begun);
  const session = await signInWithOidc(
    ctx,
    {
      issuer: claims.iss,
      subject: claims.sub,
      name: personNameOf(claims.name),
      assurance: claims.assurance === 'eid' ? 'eid' : 'email',
    },
    languageOf(event),
  );
  await endFormerSession(ctx, event);
  logOf().info('signed_in', { person: session.person.id, way: 'oidc' });
  const { name } = sessionCookie(isSecure(event));
  // The flow's own cookie ends by its time: with it, a reload of this address still finds the way on.
  return redirect(next, [cookie(event, name, session.token, sessionLifetime / second)]);
}

/** What providers answer instead of a code (OpenID Connect Core, 3.1.2.6; RFC 6749, 4.1.2.1). */
const refusals: Record<string, ErrorCode> = {
  access_denied: 'oidc_cancelled',
  server_error: 'oidc_unavailable',
  temporarily_unavailable: 'oidc_unavailable',
};

/** Over https bound to this very host: a neighbour under the same domain could plant another, and so its own account. */
function cookiePrefix(event: APIGatewayProxyEventV2): string {
  return isSecure(event) ? '__Host-oidc-' : 'oidc-';
}

function stateCookie(event: APIGatewayProxyEventV2, state: string): string {
  return cookiePrefix(event) + state.slice(0, 12);
}

/** The cookies of flows this browser has open, the oldest first, as browsers send them. */
function flowsOf(event: APIGatewayProxyEventV2): string[] {
  const names = (event.cookies ?? []).map((one) => one.split('=')[0]!);
  return names.filter((name) => name.startsWith(cookiePrefix(event)));
}

async function claimsOf(event: APIGatewayProxyEventV2, state: string, begun: Begun): Promise<client.IDToken> {
  const configuration = await provider(begun.next);
  const url = new URL(`${originOf(event)}${callbackPath}?${event.rawQueryString}`);
  try {
    const checks = {
      pkceCodeVerifier: begun.verifier,
      expectedState: state,
      expectedNonce: begun.nonce,
      idTokenExpected: true,
    };
    const tokens = await client.authorizationCodeGrant(configuration, url, checks);
    const idClaims = tokens.claims()!;
    return { ...idClaims, ...(await client.fetchUserInfo(configuration, tokens.access_token, idClaims.sub)) };
  } catch (cause) {
    throw new AppError(isAway(cause) ? 'oidc_unavailable' : 'oidc_failed', { cause, data: { next: begun.next } });
  }
}

/** Whether the provider could not be reached, or has trouble itself: then the same may succeed later. */
function isAway(error: unknown): boolean {
  if (error instanceof Response) return error.status >= 500;
  if (!(error instanceof Error)) return false;
  const isNetwork = error instanceof TypeError && error.message === 'fetch failed';
  return isNetwork || error.name === 'TimeoutError' || isAway(error.cause);
}

/** What was remembered under `state`. It works once; that it was there, and where it led, is known until its end. */
async function takeBegun(ctx: Ctx, state: string): Promise<Begun | undefined> {
  const key = oidcKey(sha256(state));
  const begun = (await takeItem(ctx, key)) as (Item & Begun) | undefined;
  if (begun) await putItem(ctx, { ...begun, verifier: '', nonce: '', isSpent: true });
  return begun;
}

async function provider(next: string): Promise<client.Configuration> {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = process.env;
  if (!OIDC_ISSUER || !OIDC_CLIENT_ID) throw new AppError('oidc_unavailable', { data: { next } });
  const issuer = new URL(OIDC_ISSUER);
  // Plain http is for the provider on this very machine only.
  const loopback = issuer.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(issuer.hostname);
  discovered ??= client.discovery(issuer, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, undefined, {
    // The token comes from the provider itself over TLS; its signature is checked anyway.
    execute: [client.enableNonRepudiationChecks, ...(loopback ? [client.allowInsecureRequests] : [])],
    timeout: 5,
  });
  try {
    return await discovered;
  } catch (cause) {
    discovered = undefined;
    throw new AppError('oidc_unavailable', { cause, data: { next } });
  }
}

/** A path of this site, whatever was asked: no other host can be slipped in. */
function safePath(next: string): string {
  const base = 'http://this.site';
  if (!next.startsWith('/') || !URL.canParse(next, base)) return '/';
  const url = new URL(next, base);
  // `/.//evil.example` becomes `//evil.example` once it is read: another host.
  const isOurs = url.origin === base && !url.pathname.startsWith('//');
  return isOurs ? `${url.pathname}${url.search}${url.hash}` : '/';
}

function redirect(location: string, cookies: string[]): Answer {
  return new Answer({ statusCode: 303, headers: { location, 'cache-control': 'no-store' }, cookies });
}

function cookie(event: APIGatewayProxyEventV2, name: string, value: string, seconds: number): string {
  const secure = isSecure(event) ? '; Secure' : '';
  return `${name}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`;
}

function isSecure(event: APIGatewayProxyEventV2): boolean {
  return originOf(event).startsWith('https:');
}
