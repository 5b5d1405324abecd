/** Which Lambda serves a request; used by the one-machine gateway and the deployed API. */

import type { LambdaName } from '@hanoi/core/api/endpoint';
import { allEndpoints } from '@hanoi/core/contracts';
import { basePath } from './http/router.ts';

const elsewhere = allEndpoints()
  .filter(({ endpoint }) => endpoint.lambda && endpoint.lambda !== 'api')
  .map(({ endpoint }) => ({
    method: endpoint.method as string,
    path: `${basePath}${endpoint.path}`,
    lambda: endpoint.lambda as LambdaName,
  }));

/** The Lambda for a request; the API for all that no other one takes. */
export function pickLambda(method: string, path: string): LambdaName {
  return (
    elsewhere.find((route) => route.path === path && route.method === method)?.lambda ??
    elsewhere.find((route) => route.path === path)?.lambda ??
    'api'
  );
}

const loaders = {
  api: () => import('./api/handler.ts'),
  auth: () => import('./auth/handler.ts'),
  upload: () => import('./upload/handler.ts'),
} as const satisfies Record<LambdaName, unknown>;

/** The handler of a Lambda, loaded with its first request. */
export async function loadLambda(name: LambdaName) {
  return (await loaders[name]()).handler;
}
