/**
 * The table behind one process that serves many: what requests ask of it at the same time goes in one call. On Lambda each
 * request has a process of its own, so there is nothing to share; here a call costs more than the items in it, and so
 * does a commit, which waits for the disk.
 */
import { BatchGetCommand, GetCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { Db } from '@hanoi/core/db/client';
import { shareReads } from './share-reads.ts';
import { shareWrites } from './share-writes.ts';

type Command = Parameters<Db['client']['send']>[0];

/** `db`, to be used as before: each caller gets the answer or the error it would have got alone. */
export function shareCalls(db: Db): Db {
  const read = shareReads(db);
  const write = shareWrites(db);
  const send = (command: Command): Promise<unknown> => {
    if (command instanceof TransactWriteCommand && hasOnly(command.input, ['TransactItems'])) return write(command);
    if (command instanceof GetCommand && command.input.TableName === db.table) {
      const { Key: key = {}, ConsistentRead: strong = false } = command.input;
      if (hasOnly(command.input, ['TableName', 'Key', 'ConsistentRead'])) return read.one(command, key, strong);
    }
    if (command instanceof BatchGetCommand && hasOnly(command.input, ['RequestItems'])) {
      const { [db.table]: wanted, ...others } = command.input.RequestItems ?? {};
      if (wanted && Object.keys(others).length === 0 && hasOnly(wanted, ['Keys', 'ConsistentRead']))
        return read.many(command, wanted.Keys ?? [], wanted.ConsistentRead ?? false);
    }
    return db.client.send(command);
  };
  return { table: db.table, client: { send } as unknown as Db['client'] };
}

/** Whether nothing else is asked for: what is not understood here goes by itself. */
function hasOnly(input: object, names: readonly string[]): boolean {
  return Object.keys(input).every((name) => names.includes(name));
}
