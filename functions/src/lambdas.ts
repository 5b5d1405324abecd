/** Which Lambda serves a request; used by the one-machine gateway and the deployed API. */

import type { LambdaName } from '@hanoi/core/api/endpoint';
import { allEndpoints } from '@hanoi/core/contracts';
import { basePath } from './http/router.ts';

const parameter = /\{\w+\}/g;
const parametersOf = (path: string) => path.match(parameter)?.length ?? 0;

const routes = allEndpoints()
  .map(({ endpoint }) => ({
    method: endpoint.method as string,
    // The id in a path is one step of it.
    path: new RegExp(`^${basePath}${endpoint.path.replace(parameter, '[^/]+')}$`),
    parameters: parametersOf(endpoint.path),
    lambda: endpoint.lambda ?? 'api',
  }))
  // As in API Gateway, a path that says more goes first: `/challenges/similar` is no id.
  .sort((one, other) => one.parameters - other.parameters);

/** The Lambda for a request; the one that knows the path where none knows the method, and the API for all else. */
export function pickLambda(method: string, path: string): LambdaName {
  const known = routes.filter((route) => route.path.test(path));
  const asked = method === 'HEAD' ? 'GET' : method;
  const { lambda = 'api' } = known.find((route) => route.method === asked) ?? known[0] ?? {};
  return lambda;
}

const loaders = {
  api: () => import('./api/handler.ts'),
  auth: () => import('./auth/handler.ts'),
  search: () => import('./search/handler.ts'),
  upload: () => import('./upload/handler.ts'),
} as const satisfies Record<LambdaName, unknown>;

type Handler = Awaited<ReturnType<(typeof loaders)[LambdaName]>>['handler'];
const loaded: Partial<Record<LambdaName, Handler>> = {};

/** The handler of a Lambda, loaded with its first request. */
export async function loadLambda(name: LambdaName): Promise<Handler> {
  loaded[name] ??= (await loaders[name]()).handler;
  return loaded[name];
}
