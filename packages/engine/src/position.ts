/** Saves for the embedded engine how far its stream has been read, so that it deletes only records that were read. */
import { type DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { positionTable } from './cures.ts';
import type { Log } from './log.ts';

const STEP = 500n;

/** A function that saves the position, though not every time: each save is a write of its own. */
export function createPositionNote(client: DynamoDBClient, tableName: string, log: Log) {
  let noted = 0n;
  let writing = false;
  return (position: bigint): void => {
    if (writing || position < noted + STEP) return;
    writing = true;
    const Item = { pk: { S: tableName }, position: { N: String(position) } };
    client
      .send(new PutItemCommand({ TableName: positionTable, Item }))
      .then(() => {
        noted = position;
      })
      .catch((error: unknown) => log.debug('The position in the stream was not noted.', error))
      .finally(() => {
        writing = false;
      });
  };
}
