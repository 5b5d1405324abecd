/** The table made for tests is the deployed one: keys, indexes, stream. */
import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { ensureTable } from '@hanoi/engine/table';
import { expect, test } from 'vitest';
import { table } from '../db/table.ts';
import { useTable } from './table.ts';

const { client, tableName } = useTable();

test('items are stored and found by key and by index', async () => {
  const item = { pk: 'a', sk: 'b', gsi1pk: 'i', gsi1sk: '1' };
  await client.send(new PutCommand({ TableName: tableName, Item: item }));
  expect((await client.send(new GetCommand({ TableName: tableName, Key: { pk: 'a', sk: 'b' } }))).Item).toEqual(item);
  const found = await client.send(
    new QueryCommand({
      TableName: tableName,
      IndexName: 'gsi1',
      KeyConditionExpression: 'gsi1pk = :p',
      ExpressionAttributeValues: { ':p': 'i' },
    }),
  );
  expect(found.Items).toEqual([item]);
});

test('creating it again changes nothing', async () => {
  await ensureTable(client, tableName, table);
  const { Table } = await client.send(new DescribeTableCommand({ TableName: tableName }));
  expect(Table?.StreamSpecification).toEqual({ StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' });
  expect(Table?.GlobalSecondaryIndexes?.map((index) => index.IndexName)).toEqual(['gsi1', 'gsi2', 'gsi3']);
});
