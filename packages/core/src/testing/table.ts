/** A table of its own on the real engine for each test file. Needs `global-setup.ts` in the vitest config. */
import { randomBytes } from 'node:crypto';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { createClient, localEnvironment } from '@hanoi/engine/client';
import { ensureTable } from '@hanoi/engine/table';
import type {} from '@hanoi/testing/global-setup';
import { afterAll, beforeAll, inject } from 'vitest';
import { patience, useDb } from '../db/client.ts';
import { rulePartKey, rulesKey, ruleVersionKey } from '../db/keys.ts';
import { table } from '../db/table.ts';
import { quietSettings } from '../rule/testing-list.ts';
import { iso } from '../shared/time.ts';

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
  beforeAll(async () => {
    await ensureTable(plain, tableName, table);
    await withoutRules(client, tableName);
  });
  afterAll(() => plain.destroy());
  return { client, tableName, endpoint };
}

/** What tests write is no matter for content rules, and much of it is the same: the list in force has no words, and only masks numbers. */
async function withoutRules(client: DynamoDBDocumentClient, TableName: string): Promise<void> {
  const version = {
    version: 1,
    base: 0,
    settings: quietSettings(),
    entries: 0,
    parts: 1,
    by: 'test',
    reason: 'Tests',
    at: iso(new Date()),
  };
  const items = [
    { ...rulesKey, active: 1, latest: 1, revision: 1 },
    { ...ruleVersionKey(1), ...version },
    { ...rulePartKey(1, 0), text: '' },
  ];
  await Promise.all(items.map((Item) => client.send(new PutCommand({ TableName, Item }))));
}
