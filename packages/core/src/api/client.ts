/** The typed client, made from the contracts: `client.challenge.getChallenge({ params: { id } })`. */
import type { FieldError } from '../shared/app-error.ts';
import type { Contract, Endpoint, EndpointRequest, EndpointResponse } from './endpoint.ts';

/** A problem+json answer (RFC 9457). */
export type Problem = {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  errors: FieldError[];
  [fact: string]: unknown;
};

/** Thrown by the client for every answer that is not a success. */
export class ProblemError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(`${problem.status} ${problem.code}`);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

/** What a call sends: bodies are whole, and names of headers small. */
export type ApiRequest = { method: string; headers: Record<string, string>; body?: string | Uint8Array };

/** As much of an answer as a call reads. What `fetch` resolves to has it, and much more. */
export type ApiAnswer = {
  ok: boolean;
  status: number;
  headers: { get(name: string): string | null };
  text(): Promise<string>;
};

/** `fetch`, or a function that takes what calls send. */
export type Send = (url: string, request: ApiRequest & { redirect: 'manual' }) => Promise<ApiAnswer>;

type IsEmpty<T> = keyof T extends never ? true : false;
type Call<E extends Endpoint> =
  IsEmpty<EndpointRequest<E>> extends true
    ? (request?: { headers?: Record<string, string> }) => Promise<EndpointResponse<E>>
    : (request: CallRequest<E>) => Promise<EndpointResponse<E>>;
/** Queries may always be left out: every field of one has a default or is optional. */
type CallRequest<E extends Endpoint> = Omit<EndpointRequest<E>, 'query'> &
  Partial<Pick<EndpointRequest<E>, Extract<keyof EndpointRequest<E>, 'query'>>> & { headers?: Record<string, string> };

/** A client of contracts, by feature and endpoint. */
export type ClientOf<Contracts extends Record<string, Contract>> = {
  [Feature in keyof Contracts]: {
    [Name in keyof Contracts[Feature]]: Contracts[Feature][Name] extends Endpoint
      ? Call<Contracts[Feature][Name]>
      : never;
  };
};

type AnyRequest = {
  params?: Record<string, string>;
  query?: Record<string, unknown>;
  body?: unknown;
  headers?: Record<string, string>;
};

/** What a call needs to know of its endpoint. */
type CallableRoute = { feature: string; name: string } & Pick<Endpoint, 'method' | 'path'>;

/**
 * A client of the API at `origin`, which answers the contracts that have these routes. `send` is fetch, or a function of the
 * same shape.
 * @throws ProblemError from each call
 */
export function clientOf<Contracts extends Record<string, Contract>>(
  routes: readonly CallableRoute[],
  send: Send,
  origin: string,
  headers: Record<string, string> = {},
): ClientOf<Contracts> {
  const callsOf = (feature: string) => {
    const calls = routes
      .filter((route) => route.feature === feature)
      .map((route) => [route.name, (request: AnyRequest = {}) => call(send, origin, headers, route, request)]);
    return calls.length > 0 ? Object.fromEntries(calls) : undefined;
  };
  // A page makes a client or three, and asks for few of the features: only their calls are made.
  return new Proxy({} as ClientOf<Contracts>, { get: (_, feature) => callsOf(String(feature)) });
}

async function call(
  send: Send,
  origin: string,
  headers: Record<string, string>,
  endpoint: CallableRoute,
  request: AnyRequest,
) {
  const response = await send(`${origin}/api/v1${pathOf(endpoint, request)}`, {
    method: endpoint.method,
    redirect: 'manual',
    headers: {
      accept: 'application/json',
      ...(request.body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
      ...request.headers,
    },
    ...(request.body !== undefined && { body: JSON.stringify(request.body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.includes('json');
  if (!response.ok && response.status !== 303)
    throw new ProblemError(isJson ? JSON.parse(text) : unreadable(response.status));
  return text && isJson ? JSON.parse(text) : undefined;
}

function pathOf(endpoint: CallableRoute, request: AnyRequest): string {
  const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = request.params?.[name];
    // Without it the address would name something else: all sessions instead of one.
    if (!value) throw new ProblemError(nothingThere);
    return encodeURIComponent(value);
  });
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(request.query ?? {})) {
    if (Array.isArray(value)) for (const one of value) query.append(name, String(one));
    else if (value !== undefined && value !== null && value !== '') query.set(name, String(value));
  }
  return query.size > 0 ? `${path}?${query}` : path;
}

const nothingThere: Problem = {
  type: '/api/v1/problems/route_not_found',
  title: 'No such address',
  status: 404,
  code: 'route_not_found',
  detail: '',
  errors: [],
};

function unreadable(status: number): Problem {
  return { type: 'about:blank', title: 'Unreadable answer', status, code: 'internal_error', detail: '', errors: [] };
}
