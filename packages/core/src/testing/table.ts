/** A table of its own on the real engine for each test file. Needs `global-setup.ts` in the vitest config. */
import { randomBytes } from 'node:crypto';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { createClient, localEnvironment } from '@hanoi/engine/client';
import { ensureTable } from '@hanoi/engine/table';
import type {} from '@hanoi/testing/global-setup';
import { afterAll, beforeAll, inject } from 'vitest';
import { patience, useDb } from '../db/client.ts';
import { table } from '../db/table.ts';

/** As in production, but with time to connect and answer: both cores may be busy with other files, and that is no fault. */
const patienceInTests = {
  ...patience,
  requestHandler: { ...patience.requestHandler, connectionTimeout: 10_000, requestTimeout: 15_000 },
};

export type TestTable = { client: DynamoDBDocumentClient; tableName: string; endpoint: string };

/**
 * Creates a fresh, empty table before the tests of the calling file (or `describe`) run. The environment that the
 * functions read (endpoint, region, credentials, TABLE_NAME) is set at once, so that what they create by
 * themselves on first use meets the same table.
 */
export function useTable(): TestTable {
  const endpoint = inject('dynamodbEndpoint');
  const tableName = `test-${randomBytes(6).toString('hex')}`;
  Object.assign(process.env, localEnvironment(endpoint, tableName));
  const plain = createClient(endpoint, patienceInTests);
  const client = DynamoDBDocumentClient.from(plain, { marshallOptions: { removeUndefinedValues: true } });
  // Test files that share a process share its modules: without this, the connection would lead to the table of the first.
  useDb({ client, table: tableName });
  beforeAll(() => ensureTable(plain, tableName, table));
  afterAll(() => plain.destroy());
  return { client, tableName, endpoint };
}
