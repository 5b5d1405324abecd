/** The connection to the table: one client per process, trimmed of what costs time, as its calls are most of a request's cost. */
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Db } from '../shared/table.ts';

export type { Db };

/**
 * Timeouts and retries of a call: without an answer it is tried again, and fails before the request itself times out. The
 * timeouts throw only because the options below say so; by default they only warn.
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

/** Uses this table instead of the one in the environment. */
export function useDb(db: Db): void {
  connected = db;
}

/** Uses a connection that is open already, for a command that runs the code of functions. */
export function useConnected(db: Db): void {
  connected = db;
}

/** The SDK copies every input and output for a log that we do not keep: 5 % of the cost of a call, more for a large answer. */
export function withoutLog<C extends { middlewareStack: { remove(name: string): boolean } }>(client: C): C {
  client.middlewareStack.remove('loggerMiddleware');
  return client;
}

/** A document client with this project's marshalling: no undefined values, no empty-string conversion. */
export function documentClient(client: DynamoDBClient): DynamoDBDocumentClient {
  withoutLog(client);
  return DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
}
