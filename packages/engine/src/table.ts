/** Creates a table in the engine from its definition. */
import {
  type AttributeDefinition,
  CreateTableCommand,
  DescribeTableCommand,
  type DynamoDBClient,
  type GlobalSecondaryIndex,
  type KeySchemaElement,
  ResourceInUseException,
  type StreamViewType,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb';

/** The definition of a table; all its keys are texts. */
export type TableDefinition = {
  partitionKey: string;
  sortKey: string;
  streamView: StreamViewType;
  indexes: readonly { name: string; partitionKey: string; sortKey: string }[];
};

const keySchema = (partitionKey: string, sortKey: string): KeySchemaElement[] => [
  { AttributeName: partitionKey, KeyType: 'HASH' },
  { AttributeName: sortKey, KeyType: 'RANGE' },
];

const describeIndex = (index: TableDefinition['indexes'][number]): GlobalSecondaryIndex => ({
  IndexName: index.name,
  KeySchema: keySchema(index.partitionKey, index.sortKey),
  Projection: { ProjectionType: 'ALL' },
});

/** Creates the table if it is missing. Resolves when it can be used. */
export async function ensureTable(client: DynamoDBClient, tableName: string, table: TableDefinition): Promise<void> {
  const keys = [table.partitionKey, table.sortKey, ...table.indexes.flatMap((x) => [x.partitionKey, x.sortKey])];
  try {
    await client.send(
      new CreateTableCommand({
        TableName: tableName,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: keys.map((name): AttributeDefinition => ({ AttributeName: name, AttributeType: 'S' })),
        KeySchema: keySchema(table.partitionKey, table.sortKey),
        // DynamoDB refuses an empty list.
        GlobalSecondaryIndexes: table.indexes.length === 0 ? undefined : table.indexes.map(describeIndex),
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
