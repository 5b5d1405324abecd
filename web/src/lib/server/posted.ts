/**
 * What is sent to a page, looked at before SvelteKit does: where it comes from, and whether it can be read. What can't be answered by a
 * page of the site is answered by the page for failures, never in bare words or with a fault.
 */
import { wantsPage } from '@hanoi/core/api/asked';
import { type ErrorCode, errorCatalogue } from '@hanoi/core/shared/errors';
import { errorMessages } from '@hanoi/i18n/errors';
import { failureHeaders, failurePage } from '@hanoi/i18n/failure-page';
import type { RequestEvent } from '@sveltejs/kit';
import { valuesOf } from '$lib/form/form-values';
import { languageOfPath } from '$lib/language/path';

const formTypes = ['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain'];
/** The names of our actions. SvelteKit looks others up among what every object has, and faults on its own `default`. */
const actionName = /^[a-z][a-zA-Z]*$/;

/**
 * Reads the form of a request, once: what was typed is kept for the page of an error. Answers a request that comes from another site,
 * as SvelteKit would in bare words, and one that can't be read.
 */
export async function takePosted(event: RequestEvent): Promise<Response | undefined> {
  const { request, url } = event;
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return undefined;
  if (request.headers.get('origin') !== url.origin) return failure(event, 'origin_refused');
  if (request.method !== 'POST') return undefined;
  const refused = formTypes.includes(type) ? await readForm(event) : undefined;
  // An action no page has: it is answered as such, in whatever form it was sent.
  if (!refused && asksUnknownAction(url))
    event.request = new Request(`${url.origin}${url.pathname}?/noSuchAction`, {
      method: 'POST',
      headers: request.headers,
    });
  return refused;
}

async function readForm(event: RequestEvent): Promise<Response | undefined> {
  const { request } = event;
  try {
    const form = await request.formData();
    request.formData = async () => form;
    event.locals.typed = valuesOf(form);
    return undefined;
  } catch (thrown) {
    const isTooLarge = (thrown as { status?: unknown }).status === 413;
    return failure(event, isTooLarge ? 'payload_too_large' : 'invalid_request');
  }
}

function asksUnknownAction(url: URL): boolean {
  const action = [...url.searchParams.keys()].find((name) => name.startsWith('/'))?.slice(1);
  return action !== undefined && (action === 'default' || !actionName.test(action) || action in {});
}

/** The same answer, or the page for failures where SvelteKit answered a person in bare words. */
export function readable(event: RequestEvent, response: Response): Response {
  const isPage = response.headers.get('content-type')?.startsWith('text/html');
  if (response.status < 400 || isPage || !wantsPage(askedIn(event))) return response;
  const page = failure(event, codeOf(response.status), response.status);
  for (const name of ['set-cookie', 'allow', 'retry-after'])
    if (response.headers.has(name)) page.headers.set(name, response.headers.get(name) ?? '');
  return page;
}

/** What a status says, where nothing else is known. */
export function codeOf(status: number): ErrorCode {
  return codes[status] ?? (status < 500 ? 'invalid_request' : 'internal_error');
}

const codes: Record<number, ErrorCode> = {
  403: 'origin_refused',
  404: 'not_found',
  405: 'method_not_allowed',
  413: 'payload_too_large',
  415: 'unsupported_media_type',
  503: 'busy',
};

function failure(event: RequestEvent, code: ErrorCode, status: number = errorCatalogue[code]): Response {
  const language = languageOfPath(event.url.pathname);
  const { title: message, detail } = errorMessages[language][code];
  // A form sent by the page's own script reads such an answer.
  if (!wantsPage(askedIn(event))) return Response.json({ type: 'error', error: { message, detail } }, { status });
  const wasSent = !['GET', 'HEAD'].includes(event.request.method);
  const page = failurePage({ language, code, again: event.url.pathname, wasSent, requestId: event.locals.requestId });
  return new Response(page, { status, headers: failureHeaders });
}

function askedIn({ request, url }: RequestEvent) {
  return { path: url.pathname, accept: request.headers.get('accept') ?? undefined };
}
