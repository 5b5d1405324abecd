/** Items past their time go, all others stay. */
import { PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { useTable } from '@hanoi/core/testing/table';
import { expect, test } from 'vitest';
import { createExpiry } from './expire.ts';

const { client, tableName } = useTable();

test('only what is past its time is deleted', async () => {
  const now = Date.UTC(2026, 0, 1);
  const put = (pk: string, more = {}) =>
    client.send(new PutCommand({ TableName: tableName, Item: { pk, sk: 'x', ...more } }));
  await Promise.all([put('old', { ttl: now / 1000 - 1 }), put('new', { ttl: now / 1000 + 1 }), put('for good')]);
  expect(await createExpiry(client, tableName, () => now)()).toBe(1);
  const { Items = [] } = await client.send(new ScanCommand({ TableName: tableName }));
  const left = Items.filter((item) => item.sk === 'x').map((item) => item.pk);
  expect(left.sort()).toEqual(['for good', 'new']);
});
