/** The table as a context carries it: the connection, and the basic types of keys and items. */
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

export type Db = { client: DynamoDBDocumentClient; table: string };

export type Key = { pk: string; sk: string };

/** An item as it is stored. */
export type Item = Record<string, unknown> & Key;
