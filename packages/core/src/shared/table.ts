/** The table as a use case carries it: the connection, and the key and the item all others are made of. */
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

export type Db = { client: DynamoDBDocumentClient; table: string };

export type Key = { pk: string; sk: string };

/** What stands under a key. */
export type Item = Record<string, unknown> & Key;
