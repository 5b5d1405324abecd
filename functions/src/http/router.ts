/**
 * The routes of a Lambda, made from the contracts. Each feature's contract and handlers are loaded with its first request,
 * so that a cold start loads only what it needs.
 */

import type { Contract, LambdaName } from '@hanoi/core/api/endpoint';
import type { Feature } from '@hanoi/core/contracts';
import { type Route, routes } from '@hanoi/core/routes';
import { AppError } from '@hanoi/core/shared/app-error';
import { isFault } from '@hanoi/core/shared/errors';
import { requestIdHeader } from '@hanoi/core/shared/request-id';
import middy from '@middy/core';
import httpHeaderNormalizer from '@middy/http-header-normalizer';
import httpRouter from '@middy/http-router';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2, Context } from 'aws-lambda';
import { countRequest } from '../metrics.ts';
import { traced } from '../tracing.ts';
import { assertAddress } from './address.ts';
import { languageOf } from './context.ts';
import { assertCameThroughEdge } from './edge.ts';
import { type Handle, handlerOf } from './handle.ts';
import { asAppError, problemOf } from './problem.ts';
import { logRefusal } from './refusals.ts';
import { gatewayIdOf, takeRequestId } from './request-id.ts';
import { securityHeaders } from './security-headers.ts';
import { isVisit, toSignIn } from './visit.ts';

/** Loads the module with a feature's contract, and the one with its handlers. */
export type FeatureLoaders<F extends Feature = Feature> = readonly [
  contract: () => Promise<Record<`${F}Contract`, Contract>>,
  handlers: () => Promise<{ handles: Record<string, unknown> }>,
];

/** The features that a Lambda serves. */
export type Features = { readonly [F in Feature]?: FeatureLoaders<F> };

export const basePath = '/api/v1';

/**
 * The handler of the Lambda `name`, serving its share of the routes.
 * @throws Error when `features` lacks one that it has a route of
 */
export function routerOf(name: LambdaName, features: Features) {
  const served = routes.filter(({ lambda }) => lambda === name).map((route) => servedBy(features, route));
  const router = httpRouter({
    routes: served,
    notFoundResponse: notFound,
  } as never);
  const app = middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>()
    .use(counting)
    .use(httpHeaderNormalizer())
    .before(({ event }) => takeRequestId(event))
    .before(({ event }) => assertCameThroughEdge(event))
    .before(({ event }) => assertAddress(event))
    .before(({ event }) => {
      // The server in front leaves out the body.
      if (event.requestContext.http.method === 'HEAD') event.requestContext.http.method = 'GET';
    })
    .after((request) => {
      if (request.response)
        request.response.headers = {
          ...securityHeaders,
          ...(!mayBeShared(request.response) && {
            [requestIdHeader]: request.event.requestContext.requestId,
          }),
          ...request.response.headers,
        };
    })
    .onError(async (request) => {
      const { event, error } = request;
      logRefusal(error, event);
      const problem = await problemOf(error, languageOf(event), event.requestContext.requestId);
      const result = isVisit(event) ? toSignIn(event, error) : problem;
      request.response = {
        ...result,
        headers: { ...securityHeaders, [requestIdHeader]: event.requestContext.requestId, ...result.headers },
      };
    })
    .handler(router as never);
  return (event: APIGatewayProxyEventV2, context: Context) =>
    traced(
      name,
      { route: event.routeKey },
      () => app(event, context),
      ({ statusCode = 200 }) => ({ status: statusCode, requestId: event.requestContext.requestId }),
    );
}

/** A route with its handler, which is made with the first request for it. */
function servedBy(features: Features, { feature, name, method, path }: Route) {
  const loaders = features[feature] as FeatureLoaders | undefined;
  if (!loaders) throw new Error(`No handlers are named for ${feature}, which has ${method} ${path}`);
  let handler: ReturnType<typeof handlerOf> | undefined;
  return {
    method,
    path: `${basePath}${path}`,
    handler: async (event: APIGatewayProxyEventV2) => {
      handler ??= await loadHandler(loaders, feature, name);
      return handler(event);
    },
  };
}

async function loadHandler([loadContract, loadHandles]: FeatureLoaders, feature: Feature, name: string) {
  const [module, { handles }] = await Promise.all([loadContract(), loadHandles()]);
  // biome-ignore lint/suspicious/noExplicitAny: the contract and its handles are matched by name
  return handlerOf(module[`${feature}Contract`][name]!, handles[name] as Handle<any>);
}

/** Whether a cache may answer others with it: then it names no request, as theirs would be answered with another's id. */
function mayBeShared({ headers }: APIGatewayProxyStructuredResultV2): boolean {
  return String(headers?.['cache-control'] ?? '').startsWith('public');
}

const began = new WeakMap<object, number>();

/** Stands first, and so sees every answer last, as it leaves. */
const counting: middy.MiddlewareObj<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2> = {
  before: ({ event }) => void began.set(event, performance.now()),
  after: count,
  onError: count,
};

type Answered = {
  event: APIGatewayProxyEventV2;
  response?: APIGatewayProxyStructuredResultV2 | null;
  error?: Error | null;
};

function count({ event, response, error }: Answered): void {
  const { statusCode: status = 500 } = response ?? {};
  const tookMs = performance.now() - (began.get(event) ?? performance.now());
  const { requestId } = event.requestContext;
  countRequest(isFault(status, asAppError(error)?.code), tookMs, {
    status: String(status),
    requestId,
    gatewayId: gatewayIdOf(event),
    route: event.routeKey,
  });
}

/** Known path, other method: 405 names what it takes, of whatever Lambda; else there is no such route. */
function notFound(request: { method: string; path: string }): never {
  const known = routes.filter(({ path }) => pathMatches(`${basePath}${path}`, request.path));
  const allowed = known.map(({ method }) => method);
  throw allowed.length > 0
    ? new AppError('method_not_allowed', { data: { allowed } })
    : new AppError('route_not_found');
}

function pathMatches(template: string, path: string): boolean {
  const parts = template.split('/');
  const given = path.split('/');
  return (
    parts.length === given.length &&
    parts.every((part, index) => (part.startsWith('{') ? given[index] !== '' : part === given[index]))
  );
}
