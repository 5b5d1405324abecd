/** Which Lambda serves a request; used by the one-machine gateway and the deployed API. */

import type { LambdaName } from '@hanoi/core/api/endpoint';
import { routes } from '@hanoi/core/routes';
import { basePath } from './http/router.ts';

const parameter = /\{\w+\}/g;
const parametersOf = (path: string) => path.match(parameter)?.length ?? 0;

const patterns = routes
  .map(({ method, path, lambda }) => ({
    method: method as string,
    // The id in a path is one step of it.
    path: new RegExp(`^${basePath}${path.replace(parameter, '[^/]+')}$`),
    parameters: parametersOf(path),
    lambda,
  }))
  // As in API Gateway, a path that says more goes first: `/challenges/similar` is no id.
  .sort((one, other) => one.parameters - other.parameters);

/** The Lambda for a request; the one that knows the path where none knows the method, and the API for all else. */
export function pickLambda(method: string, path: string): LambdaName {
  const known = patterns.filter((pattern) => pattern.path.test(path));
  const asked = method === 'HEAD' ? 'GET' : method;
  const { lambda = 'api' } = known.find((route) => route.method === asked) ?? known[0] ?? {};
  return lambda;
}

const loaders = {
  api: () => import('./api/handler.ts'),
  auth: () => import('./auth/handler.ts'),
  operations: () => import('./operations/handler.ts'),
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
