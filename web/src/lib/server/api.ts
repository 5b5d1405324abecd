/** The typed client of the API for one request of the web, with the reader's session, language and address. */
import { type ApiAnswer, type ApiRequest, type Problem, ProblemError } from '@hanoi/core/api/client';
import { createClient } from '@hanoi/core/client';
import type { Client } from '@hanoi/core/contracts';
import { requestIdHeader } from '@hanoi/core/shared/request-id';
import { errorMessages } from '@hanoi/i18n/errors';
import type { RequestEvent } from '@sveltejs/kit';
import { languageOfPath } from '$lib/language/path';
import { addressOf, edgeHeaders } from './edge';
import { fetchApi } from './fetch-api';
import { keptAnswer, noteWrite } from './kept-answers';
import { logFault } from './log';
import { clearSession } from './session';

type SendHere = (url: string, request: ApiRequest) => Promise<ApiAnswer>;

/** Where the one-machine runtime puts its API, so that no socket lies between the pages and it. */
const inProcess = Symbol.for('hanoi.api');

function apiHere(): SendHere | undefined {
  return (globalThis as { [inProcess]?: SendHere })[inProcess];
}

/** A client that acts for the sender of `event`. Its calls throw ProblemError, also when the API can't be reached. */
export function apiFor(event: RequestEvent): Client {
  return createClient((url, request) => send(event, url, request), apiOrigin(event));
}

/**
 * A client for what everybody may read: it asks as nobody, so that the answer is looked up for no session and shared by
 * all: by the CDN and the gateway, and for the pages of somebody signed in, which the CDN never keeps, by `keptAnswer`. What is
 * not there for everybody, such as the comments of a draft, is asked for again as who sent `event`.
 */
export function sharedApiFor(event: RequestEvent): Client {
  return createClient(async (url, request) => {
    const ask = () => attempt(event, url, request, pageOf(event));
    const hasNoCache = event.locals.session && !apiHere();
    const response = await (hasNoCache ? keptAnswer(event, url, ask) : ask());
    return response.status === 404 && event.locals.session ? send(event, url, request) : response;
  }, apiOrigin(event));
}

/** Where the API is: in this process it answers to any origin, else `API_ORIGIN` says, else it shares the pages' own. */
export function apiOrigin(event: RequestEvent): string {
  const origin = apiHere() ? event.url.origin : process.env.API_ORIGIN;
  return origin ?? event.url.origin;
}

/**
 * Sends one request to the API. A session that has ended reads as nobody, so that public pages stay readable.
 * @throws ProblemError `busy` when there is no answer at all
 */
export async function send(event: RequestEvent, url: string, request: ApiRequest): Promise<ApiAnswer> {
  const response = await attempt(event, url, request);
  const isReading = request.method === 'GET';
  if (!isReading && response.ok && !apiHere()) noteWrite(event);
  if (response.status !== 401 || !event.locals.session) return response;
  clearSession(event);
  return isReading ? attempt(event, url, request) : response;
}

async function attempt(
  event: RequestEvent,
  url: string,
  request: ApiRequest,
  headers: Record<string, string> = headersOf(event),
): Promise<ApiAnswer> {
  const whole = { ...request, headers: { ...request.headers, ...headers } };
  try {
    return await (apiHere()?.(url, whole) ?? fetchApi(new Request(url, whole as RequestInit)));
  } catch (error) {
    logFault(event, 'api_unreachable', error);
    throw new ProblemError(unreachable(event));
  }
}

function headersOf(event: RequestEvent): Record<string, string> {
  const { session } = event.locals;
  return { ...pageOf(event), ...(session && { authorization: `Bearer ${session.token}` }) };
}

function pageOf(event: RequestEvent): Record<string, string> {
  return {
    [requestIdHeader]: event.locals.requestId,
    'accept-language': languageOfPath(event.url.pathname),
    'x-forwarded-for': addressOf(event),
    ...edgeHeaders(event),
    'x-forwarded-host': event.url.host,
    'x-forwarded-proto': event.url.protocol.slice(0, -1),
  };
}

function unreachable(event: RequestEvent): Problem {
  const { title, detail } = errorMessages[languageOfPath(event.url.pathname)].busy;
  return { type: '/api/v1/problems/busy', status: 503, code: 'busy', title, detail, errors: [] };
}
