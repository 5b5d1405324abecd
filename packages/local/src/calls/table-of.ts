/** The table as this process uses it, for the engine it is on. */
import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { type Db, documentClient } from '@hanoi/core/db/client';
import type { Engine } from '@hanoi/engine/engine';
import { shareCalls } from './share-calls.ts';

/** Only the embedded engine is better off with large transactions; elsewhere they cost twice what single writes do. */
export function tableOf({ kind }: Engine, client: DynamoDBClient, table: string): Db {
  const db = { client: documentClient(client), table };
  return kind === 'dynoxide' ? shareCalls(db) : db;
}
