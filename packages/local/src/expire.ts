/** Deletes items past their time, because the embedded engine never does; on AWS DynamoDB does it by itself. */
import { DeleteItemCommand, type DynamoDBClient, ScanCommand, type ScanCommandOutput } from '@aws-sdk/client-dynamodb';
import { table } from '@hanoi/core/db/table';

const PAGE = 500;
const PAGES_A_RUN = 20;

/** A job that looks through a bounded part of the table each time, going on where it stopped. */
export function createExpiry(client: DynamoDBClient, tableName: string, now = () => Date.now()) {
  let from: ScanCommandOutput['LastEvaluatedKey'];

  /** Resolves to the number of items deleted. */
  return async function expireOld(): Promise<number> {
    let deleted = 0;
    const names = { '#ttl': table.ttlAttribute };
    for (let page = 0; page < PAGES_A_RUN; page++) {
      const values = { ':now': { N: String(Math.floor(now() / 1000)) } };
      const found: ScanCommandOutput = await client.send(
        new ScanCommand({
          TableName: tableName,
          Limit: PAGE,
          FilterExpression: 'attribute_exists(#ttl) AND #ttl < :now',
          ProjectionExpression: `${table.partitionKey}, ${table.sortKey}`,
          ExpressionAttributeNames: names,
          ExpressionAttributeValues: values,
          ...(from && { ExclusiveStartKey: from }),
        }),
      );
      for (const { [table.partitionKey]: pk, [table.sortKey]: sk } of found.Items ?? []) {
        const isGone = await deleteExpired(client, tableName, { pk: pk!, sk: sk! }, names, values);
        if (isGone) deleted++;
      }
      from = found.LastEvaluatedKey;
      if (!from) break;
    }
    return deleted;
  };
}

/** The condition spares an item that was renewed since it was found. */
async function deleteExpired(
  client: DynamoDBClient,
  tableName: string,
  key: Record<'pk' | 'sk', NonNullable<ScanCommandOutput['Items']>[number][string]>,
  names: Record<string, string>,
  values: Record<string, { N: string }>,
): Promise<boolean> {
  try {
    await client.send(
      new DeleteItemCommand({
        TableName: tableName,
        Key: { [table.partitionKey]: key.pk, [table.sortKey]: key.sk },
        ConditionExpression: '#ttl < :now',
        ExpressionAttributeNames: names,
        ExpressionAttributeValues: values,
      }),
    );
    return true;
  } catch (error) {
    if ((error as Error).name === 'ConditionalCheckFailedException') return false;
    throw error;
  }
}
