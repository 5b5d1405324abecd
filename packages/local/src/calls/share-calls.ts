/**
 * Batches calls to the table: reads and writes of many requests that arrive at the same time share a call. On Lambda each
 * request has a process of its own, so there is nothing to share. The embedded engine commits each call by itself, a
 * batch even item by item, and each commit waits for the disk: a single item takes 4 ms, an item of a large transaction 0.7.
 */
import {
  BatchGetCommand,
  BatchWriteCommand,
  DeleteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import type { Db } from '@hanoi/core/db/client';
import { isScanPage, paceScans } from './pace-scans.ts';
import { shareReads } from './share-reads.ts';
import { shareWrites } from './share-writes.ts';
import { createSingleWrites } from './single-writes.ts';

type Command = Parameters<Db['client']['send']>[0];

/** `db` with shared calls: each caller gets the answer or the error that it would have got alone. */
export function shareCalls(db: Db): Db {
  const read = shareReads(db);
  const write = shareWrites(db);
  const single = createSingleWrites(db, write);
  const scan = paceScans(db);
  const send = (command: Command): Promise<unknown> => {
    if (command instanceof TransactWriteCommand && hasOnly(command.input, ['TransactItems', 'ClientRequestToken']))
      return write(command.input.TransactItems ?? [], { token: command.input.ClientRequestToken });
    if (command instanceof PutCommand && hasOnly(command.input, ['Item', ...writeFields])) return single.put(command);
    if (command instanceof DeleteCommand && hasOnly(command.input, ['Key', ...writeFields]))
      return single.delete(command);
    if (command instanceof UpdateCommand && hasOnly(command.input, ['Key', 'UpdateExpression', ...writeFields]))
      return single.update(command);
    if (command instanceof BatchWriteCommand && hasOnly(command.input, ['RequestItems'])) return single.batch(command);
    if (command instanceof GetCommand && command.input.TableName === db.table) {
      const { Key: key = {}, ConsistentRead: strong = false } = command.input;
      if (hasOnly(command.input, ['TableName', 'Key', 'ConsistentRead'])) return read.one(command, key, strong);
    }
    if (command instanceof BatchGetCommand && hasOnly(command.input, ['RequestItems'])) {
      const { [db.table]: wanted, ...others } = command.input.RequestItems ?? {};
      if (wanted && hasOnly(others, []) && hasOnly(wanted, ['Keys', 'ConsistentRead']))
        return read.many(command, wanted.Keys ?? [], wanted.ConsistentRead ?? false);
    }
    if (command instanceof QueryCommand && isScanPage(command)) return scan(command);
    return db.client.send(command);
  };
  return { table: db.table, client: { send } as unknown as Db['client'] };
}

const writeFields = [
  'TableName',
  'ConditionExpression',
  'ExpressionAttributeNames',
  'ExpressionAttributeValues',
  'ReturnValuesOnConditionCheckFailure',
];

/** Whether the command has no other options: a command with options unknown here is sent by itself. */
function hasOnly(input: object, names: readonly string[]): boolean {
  return Object.keys(input).every((name) => names.includes(name));
}
