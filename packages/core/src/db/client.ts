/** The connection to the table. One client a process; kept small and warm, as calls to it are most of a request's cost. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Db } from '../shared/table.ts';

export type { Db };

/**
 * How patient a call is: what does not answer is tried again and then given up, within what a request may take. The
 * timeouts must be told to throw; by themselves they only warn.
 */
export const patience = {
  maxAttempts: 4,
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 3_000, throwOnRequestTimeout: true },
};

let connected: Db | undefined;

/** The table named by `TABLE_NAME`; region, credentials and endpoint come from the SDK's own environment variables. */
export function connectDb(): Db {
  if (connected) return connected;
  const table = process.env.TABLE_NAME;
  if (!table) throw new Error('TABLE_NAME is not set');
  connected = { client: documentClient(new DynamoDBClient(patience)), table };
  return connected;
}

/** Takes the table from somebody else, instead of from the environment. */
export function useDb(db: Db): void {
  connected = db;
}

/** Takes a connection somebody else has opened, for a command that runs what functions run. */
export function useConnected(db: Db): void {
  connected = db;
}

/** The SDK copies every input and output for a log nobody keeps: a twentieth of a call's cost, more of a large answer's. */
export function withoutLog<C extends { middlewareStack: { remove(name: string): boolean } }>(client: C): C {
  client.middlewareStack.remove('loggerMiddleware');
  return client;
}

/** A document client with this project's marshalling: no undefined values, no empty-string conversion. */
export function documentClient(client: DynamoDBClient): DynamoDBDocumentClient {
  withoutLog(client);
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
}
