/** The functions that answer HTTP, as their bundles in processes of their own, for the tests of a file. */
import { join } from 'node:path';
import type { LambdaName } from '@hanoi/core/api/endpoint';
import type { TestTable } from '@hanoi/core/testing/table';
import { localEnvironment } from '@hanoi/engine/client';
import { type RunningLambda, startLambda } from '@hanoi/testing/lambda/runtime';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { afterAll } from 'vitest';
import type { Mail } from '../ports.ts';
import { type FakeAws, startFakeAws } from './fake-aws.ts';

export type Invoke = (name: LambdaName, event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2>;

/** Calls the bundles in `folder`, each started with its first call and ended with the tests. */
export function useBundles(folder: string, table: TestTable, mails: Mail[], files: Map<string, Uint8Array>): Invoke {
  let aws: Promise<FakeAws> | undefined;
  const lambdas = new Map<LambdaName, Promise<RunningLambda>>();
  const start = async (name: LambdaName) => {
    aws ??= startFakeAws(mails, files);
    const environment = {
      ...localEnvironment(table.endpoint, table.tableName),
      ...(await aws).environment,
      // Tests look for what they have just written.
      SEARCH_OLDEST_MS: '0',
    };
    return startLambda({ name, folder: join(folder, name), environment });
  };
  afterAll(async () => {
    for (const lambda of lambdas.values()) await (await lambda).stop();
    (await aws)?.stop();
  });
  return async (name, event) => {
    const lambda = lambdas.get(name) ?? start(name);
    lambdas.set(name, lambda);
    return (await (await lambda).invoke(event)) as APIGatewayProxyStructuredResultV2;
  };
}
