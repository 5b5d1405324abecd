/**
 * A table in memory that takes what the services write, so that a large city is written through the services themselves
 * and reaches the engine in one import instead of hundreds of thousands of transactions.
 */
import {
  BatchGetCommand,
  BatchWriteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import type { Db } from '@hanoi/core/db/client';
import type { Key } from '@hanoi/core/db/keys';
import { applyUpdate, type Item, type Update } from './update-expression.ts';

export type GatheringTable = {
  db: Db;
  /** Everything written since the last call; the table is empty afterwards. */
  take(): Item[];
};

type Put = { Item?: Item; ConditionExpression?: string };
type Write = { Put?: Put; Update?: Update & { Key?: Item }; ConditionCheck?: unknown };
type Request = { PutRequest?: { Item?: Item } };

/** An empty table. Of conditions it knows only that a new item's key must be free: the city breaks no rule. */
export function createGatheringTable(): GatheringTable {
  let items = new Map<string, Item>();
  const textOf = (key: Item) => `${key.pk}\n${key.sk}`;
  const find = (key: Item | undefined) => items.get(textOf(key!));

  const put = ({ Item: item, ConditionExpression: condition }: Put) => {
    if (condition === 'attribute_not_exists(pk)' && find(item)) throw new Error(`Written twice: ${textOf(item!)}`);
    items.set(textOf(item!), item!);
  };
  const update = (write: Update & { Key?: Item }) => {
    items.set(textOf(write.Key!), applyUpdate(find(write.Key) ?? write.Key!, write));
  };
  const write = (one: Write) => {
    if (one.Put) put(one.Put);
    else if (one.Update) update(one.Update);
    // The loader writes alone: nothing changes under it.
    else if (!one.ConditionCheck) throw new Error(`The loader does not know this write: ${Object.keys(one)}`);
  };

  const send = async (command: { input: unknown }): Promise<unknown> => {
    if (command instanceof GetCommand) return { Item: find(command.input.Key) };
    if (command instanceof BatchGetCommand) return { Responses: findAll(command) };
    // This index is only asked whether somebody writes too fast, and nobody in the city does.
    if (command instanceof QueryCommand && command.input.IndexName === 'gsi1') return { Items: [] };
    if (command instanceof PutCommand) put(command.input);
    else if (command instanceof UpdateCommand) update(command.input);
    else if (command instanceof TransactWriteCommand) for (const one of command.input.TransactItems ?? []) write(one);
    else if (command instanceof BatchWriteCommand) {
      for (const request of Object.values(command.input.RequestItems ?? {}).flat() as Request[]) {
        if (!request.PutRequest) throw new Error('The loader deletes nothing.');
        put(request.PutRequest);
      }
    } else throw new Error(`The loader does not know ${command.constructor.name}.`);
    return {};
  };
  const findAll = (command: BatchGetCommand) =>
    Object.fromEntries(
      Object.entries(command.input.RequestItems ?? {}).map(([table, { Keys }]) => [
        table,
        (Keys as Key[]).map(find).filter(Boolean),
      ]),
    );

  return {
    db: { client: { send } as unknown as Db['client'], table: 'gathered' },
    take() {
      const taken = [...items.values()];
      items = new Map();
      return taken;
    },
  };
}
