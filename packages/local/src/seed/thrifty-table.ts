/**
 * The table as one teller needs it, in fewer and larger calls: the services are the same, and so is what the engine
 * checks and keeps. What costs is the call and the commit, not the items in it.
 */
import { GetCommand, TransactWriteCommand, type TransactWriteCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Db } from '@hanoi/core/db/client';
import type { Key } from '@hanoi/core/db/keys';

type Send = Db['client']['send'];
type Command = Parameters<Send>[0];
type Item = NonNullable<TransactWriteCommandInput['TransactItems']>[number];
type Waiting = { items: Item[]; keys: string[]; done(answer: unknown): void; failed(error: unknown): void };

/** DynamoDB's limit for one transaction. */
const mostItems = 100;

/** `db`, reading and writing thriftily. Only for one that nobody else writes to in the meantime. */
export function thriftyTable(db: Db): Db {
  const read = rememberReads(db);
  const write = writeTogether(db);
  const send = (command: Command) => {
    if (command instanceof GetCommand && !command.input.ConsistentRead) return read(command);
    if (command instanceof TransactWriteCommand) return write(command.input.TransactItems ?? []);
    return db.client.send(command);
  };
  return { table: db.table, client: { send } as unknown as Db['client'] };
}

/**
 * A read that may be stale anyway is answered from the last one of the same item: each vote and each comment reads the
 * card of its subject so, which would be half of all calls.
 */
function rememberReads(db: Db) {
  const answers = new Map<string, Promise<unknown>>();
  return (command: GetCommand): Promise<unknown> => {
    const key = keyText(command.input.Key as Key);
    const answer = answers.get(key) ?? db.client.send(command);
    answers.set(key, answer);
    return answer;
  };
}

/** Transactions that are asked for at the same time and touch different items become one; if it is refused, each goes alone. */
function writeTogether(db: Db) {
  let waiting: Waiting[] = [];
  let working = false;

  const commit = async (group: readonly Waiting[]) => {
    const items = group.flatMap((one) => one.items);
    try {
      const answer = await db.client.send(new TransactWriteCommand({ TransactItems: items }));
      for (const one of group) one.done(answer);
    } catch (error) {
      if (group.length === 1) group[0]!.failed(error);
      else await Promise.all(group.map((one) => commit([one])));
    }
  };
  const work = async () => {
    working = true;
    for (; waiting.length > 0; await nextTurn()) {
      const group = disjoint(waiting);
      waiting = waiting.filter((one) => !group.includes(one));
      await commit(group);
    }
    working = false;
  };

  return (items: Item[]): Promise<unknown> => {
    const { promise, resolve: done, reject: failed } = Promise.withResolvers<unknown>();
    waiting.push({ items, keys: items.map(keyOf), done, failed });
    if (!working) void work();
    return promise;
  };
}

/** As many as go into one transaction, first come first served, no two of which touch the same item. */
function disjoint(waiting: readonly Waiting[]): Waiting[] {
  const group: Waiting[] = [];
  const taken = new Set<string>();
  for (const one of waiting) {
    const fits = taken.size + one.keys.length <= mostItems && !one.keys.some((key) => taken.has(key));
    if (group.length > 0 && !fits) continue;
    group.push(one);
    for (const key of one.keys) taken.add(key);
  }
  return group;
}

function keyOf({ Put, Update, Delete, ConditionCheck }: Item): string {
  return keyText((Put?.Item ?? Update?.Key ?? Delete?.Key ?? ConditionCheck?.Key) as Key);
}

function keyText({ pk, sk }: Key): string {
  return `${pk}\n${sk}`;
}

/** Gives those who were just answered the time to ask for their next write. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
