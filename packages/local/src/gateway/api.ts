/** Calls the API's Lambda handlers in-process, through the micro-cache where a CDN would stand. */
import type { ApiAnswer, ApiRequest as ApiCall } from '@hanoi/core/api/client';
import type { Log } from '@hanoi/engine/log';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { createContext } from '../lambda-context.ts';
import { parseAddress } from './address.ts';
import { type Answer, fromResult } from './answer.ts';
import { type ApiRequest, createEvent } from './event.ts';
import { failureOf } from './failure-page.ts';
import { isAnonymous, type MicroCache } from './micro-cache.ts';
import { problems } from './problem.ts';

export type ApiHandler = (
  event: APIGatewayProxyEventV2,
  context: Context,
) => Promise<APIGatewayProxyStructuredResultV2>;
export type PickHandler = (method: string, path: string) => Promise<ApiHandler>;

export type Api = {
  /** Runs the handler; never throws. A successful write empties the cache before the answer leaves. */
  call(request: ApiRequest): Promise<Answer>;
  /**
   * The same for the web's own calls, without a socket, with what may be kept answered from the cache. They are no `Request` and
   * no `Response`: to make these for the seven calls of a page took a tenth of its time.
   */
  fetch: FetchApi;
};

export type FetchApi = (url: string, request: ApiCall) => Promise<ApiAnswer>;

export type ApiOptions = { pickHandler: PickHandler; cache: MicroCache; log: Log; onWrite(): void };

const TIME_LIMIT_MS = 29_000;

/** Whether a method only reads. */
export function isSafeMethod(method: string): boolean {
  return method === 'GET' || method === 'HEAD' || method === 'OPTIONS';
}

/** The API over handlers that the caller finds. */
export function createApi({ pickHandler, cache, log, onWrite }: ApiOptions): Api {
  const call = async (request: ApiRequest): Promise<Answer> => {
    try {
      const handler = await pickHandler(request.method, request.address.path);
      const event = createEvent(request);
      const answer = fromResult(
        await handler(event, createContext('local', TIME_LIMIT_MS, event.requestContext.requestId)),
      );
      if (!isSafeMethod(request.method) && answer.status < 400) onWrite();
      return answer;
    } catch (error) {
      log.error(`${request.method} ${request.address.path} failed.`, error);
      const { method, address, headers } = request;
      return failureOf({ method, url: address.path, headers }, problems.internalError);
    }
  };

  const fetchApi: FetchApi = async (href, { method, headers: given, body }) => {
    const url = new URL(href);
    const target = url.pathname + url.search;
    const address = parseAddress(target);
    const headers = inSmall(given);
    if (!address) return toApiAnswer(failureOf({ method, url: target, headers }, problems.invalidPath));
    headers.host ??= url.host;
    const run = async (): Promise<Answer> => {
      const sourceIp = headers['x-forwarded-for']?.split(',').at(-1)?.trim() ?? '127.0.0.1';
      const bytes = body === undefined ? undefined : Buffer.from(body as Uint8Array);
      return call({ method, address, headers, sourceIp, protocol: 'HTTP/1.1', ...(bytes && { body: bytes }) });
    };
    if (method !== 'GET' || !isAnonymous(headers)) return toApiAnswer(await run());
    const found = cache.look(target, headers);
    if (found.kind === 'hit') return toApiAnswer(found.entry.answer);
    if (found.kind === 'wait') return toApiAnswer((await found.entry)?.answer ?? (await run()));
    const answer = await run();
    if (found.kind === 'fill') found.fill.finish(answer);
    return toApiAnswer(answer);
  };

  return { call, fetch: fetchApi };
}

function inSmall(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}

function toApiAnswer({ status, headers, body }: Answer): ApiAnswer {
  return {
    ok: status >= 200 && status < 300,
    status,
    headers: { get: (name) => headers[name.toLowerCase()] ?? null },
    text: async () => body.toString(),
  };
}
