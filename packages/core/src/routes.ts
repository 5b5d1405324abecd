/**
 * Every route without its schemas: what it takes to match a path and to call one. A bundle carries this table as data, made
 * from the contracts when the bundle is made (`routes-as-data.ts`), so that a cold start loads no contract.
 */
import type { Endpoint, LambdaName } from './api/endpoint.ts';
import { allEndpoints, type Feature } from './contracts.ts';

export type Route = {
  feature: Feature;
  /** The endpoint's name in the contract of the feature. */
  name: string;
  method: Endpoint['method'];
  /** Below `/api/v1`, parameters in braces. */
  path: Endpoint['path'];
  lambda: LambdaName;
};

export const routes: readonly Route[] = allEndpoints().map(
  ({ feature, name, endpoint: { method, path, lambda = 'api' } }) => ({ feature, name, method, path, lambda }),
);
