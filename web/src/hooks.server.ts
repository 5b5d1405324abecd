/** What surrounds every request: its id, language, session, how long it may be kept, security headers, errors. */

import { allowTiles, readMapTiles } from '@hanoi/core/shared/map-tiles';
import { givenRequestId, newRequestId, requestIdHeader } from '@hanoi/core/shared/request-id';
import { errorMessages } from '@hanoi/i18n/errors';
import type { Handle, HandleServerError } from '@sveltejs/kit';
import { languageOfPath } from '$lib/language/path';
import { cameThroughEdge } from '$lib/server/edge';
import { logFault } from '$lib/server/log';
import { codeOf, readable, takePosted } from '$lib/server/posted';
import { readSession } from '$lib/server/session';

export const handle: Handle = async ({ event, resolve }) => {
  event.locals.requestId = givenRequestId(event.request.headers.get(requestIdHeader)) ?? newRequestId();
  if (!cameThroughEdge(event)) return new Response(null, { status: 403 });
  const hasSession = readSession(event);
  const language = languageOfPath(event.url.pathname);
  const refused = await takePosted(event);
  const answer = await (refused ??
    resolve(event, {
      transformPageChunk: ({ html }) => html.replace('%lang%', language),
      preload: ({ type, path }) => type === 'js' || type === 'css' || (type === 'font' && path.endsWith('.woff2')),
    }));
  const response = readable(event, answer);
  setCaching(event.request.method, hasSession, response);
  // What a cache may answer others with names no request: theirs would be answered with another's id.
  if (!response.headers.get('cache-control')?.startsWith('public'))
    response.headers.set(requestIdHeader, event.locals.requestId);
  for (const [name, value] of securityHeaders) response.headers.set(name, value);
  openPolicy(response.headers);
  if (event.url.protocol === 'https:')
    response.headers.set('strict-transport-security', 'max-age=63072000; includeSubDomains');
  return response;
};

/** Lets the pin map show the tiles an operator has set; the policy was written when the site was built. */
function openPolicy(headers: Headers): void {
  const [tiles, policy] = [readMapTiles(process.env), headers.get('content-security-policy')];
  if (tiles && policy) headers.set('content-security-policy', allowTiles(policy, tiles));
}

const securityHeaders = [
  ['x-content-type-options', 'nosniff'],
  ['x-frame-options', 'DENY'],
  ['referrer-policy', 'strict-origin-when-cross-origin'],
  ['permissions-policy', 'geolocation=(self), camera=(), microphone=(), payment=(), usb=()'],
  ['cross-origin-opener-policy', 'same-origin'],
] as const;

/** What everybody sees alike may be kept for a moment; what was made for one person never. */
function setCaching(method: string, hasSession: boolean, { headers, status }: Response): void {
  const isShared = method === 'GET' && !hasSession && status === 200 && !headers.has('set-cookie');
  if (!isShared) headers.set('cache-control', 'private, no-store');
  else if (!headers.has('cache-control')) {
    headers.set('cache-control', 'public, max-age=0, s-maxage=2, stale-while-revalidate=30');
  }
  headers.set('vary', 'cookie, accept-encoding');
}

/** People get a sentence and the id of their request to quote; the log gets the rest. */
export const handleError: HandleServerError = ({ error, event, status }) => {
  const messages = errorMessages[languageOfPath(event.url.pathname)];
  const { requestId, typed } = event.locals;
  if (status === 404) return { message: messages.not_found.title, typed };
  const { title: message, detail } = messages[codeOf(status)];
  if (status < 500) return { message, detail, typed };
  logFault(event, 'page_failed', error);
  return { message, requestId, typed };
};
