/** Creates the table in the local engine from the same definition that is deployed. */
import {
  type AttributeDefinition,
  CreateTableCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  type KeySchemaElement,
  ResourceInUseException,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';
import { table } from '@hanoi/core/db/table';

/** What the one-machine site calls its table. */
export const siteTable = 'hanoi-ideas';

const keySchema = (partitionKey: string, sortKey: string): KeySchemaElement[] => [
  { AttributeName: partitionKey, KeyType: 'HASH' },
  { AttributeName: sortKey, KeyType: 'RANGE' },
];

/** Creates the table when it is missing. Resolves when it can be used. */
export async function ensureTable(client: DynamoDBClient, tableName: string): Promise<void> {
  const keys = [table.partitionKey, table.sortKey, ...table.indexes.flatMap((x) => [x.partitionKey, x.sortKey])];
  try {
    await client.send(
      new CreateTableCommand({
        TableName: tableName,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: keys.map((name): AttributeDefinition => ({ AttributeName: name, AttributeType: 'S' })),
        KeySchema: keySchema(table.partitionKey, table.sortKey),
        GlobalSecondaryIndexes: table.indexes.map((index) => ({
          IndexName: index.name,
          KeySchema: keySchema(index.partitionKey, index.sortKey),
          Projection: { ProjectionType: 'ALL' },
        })),
        StreamSpecification: { StreamEnabled: true, StreamViewType: table.streamView },
      }),
    );
  } catch (error) {
    if (!(error instanceof ResourceInUseException)) throw error;
  }
  const { Table } = await client.send(new DescribeTableCommand({ TableName: tableName }));
  if (Table?.TableStatus !== 'ACTIVE')
    await waitUntilTableExists({ client, maxWaitTime: 30 }, { TableName: tableName });
}
