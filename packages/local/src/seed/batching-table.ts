/**
 * A client of the table for a single writer, which makes fewer and larger calls: the services are the same, and so is what
 * the engine checks and keeps. Calls and commits are what takes time, not the items in them.
 */
import { GetCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { Db } from '@hanoi/core/db/client';
import { type KeyLike, keyText } from '../calls/key-text.ts';
import { shareWrites } from '../calls/share-writes.ts';

type Send = Db['client']['send'];
type Command = Parameters<Send>[0];

/** `db` with batched writes and remembered reads. Only for a table that nothing else writes to in the meantime. */
export function batchingTable(db: Db): Db {
  const read = rememberReads(db);
  const write = shareWrites(db);
  const send = (command: Command) => {
    if (command instanceof GetCommand && !command.input.ConsistentRead) return read(command);
    if (command instanceof TransactWriteCommand) return write(command.input.TransactItems ?? []);
    return db.client.send(command);
  };
  return { table: db.table, client: { send } as unknown as Db['client'] };
}

/**
 * An eventual read, which may be stale anyway, is answered from the first one of the same item. Each vote and each comment
 * reads the card of its subject, which would be half of all calls.
 */
function rememberReads(db: Db) {
  const answers = new Map<string, Promise<unknown>>();
  return (command: GetCommand): Promise<unknown> => {
    const key = keyText(command.input.Key as KeyLike);
    const answer = answers.get(key) ?? db.client.send(command);
    answers.set(key, answer);
    return answer;
  };
}
