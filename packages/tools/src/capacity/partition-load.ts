/**
 * The load of partitions: which partition keys of the table and its indexes the units of an action fall on, from the requests
 * really sent and what the engine says each cost.
 */
import type { ConsumedCapacity, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { table } from '@hanoi/core/db/table';
import { quotas } from './quotas.ts';

export type Units = { rcu: number; wcu: number };
/** By partition: `VOTE#…` of the table, `gsi1 LIST#…` of an index. */
export type PartitionLoad = Map<string, Units>;

export type LoadMeter = {
  /** The units each partition took while `action` ran. */
  loadOf(action: () => Promise<unknown>): Promise<PartitionLoad>;
};

type Attributes = Record<string, unknown>;
type Touch = { pk: string; sk: string; item?: Attributes };
type Answer = { output: { ConsumedCapacity?: ConsumedCapacity | ConsumedCapacity[] } };
type Input = Record<string, unknown>;

/** The share of what a partition can take: reads and writes together. */
export const shareOf = ({ rcu, wcu }: Units): number =>
  rcu / quotas.partitionRead.value + wcu / quotas.partitionWrite.value;

/** Watches every call of a client from now on. */
export function loadMeterOf(client: DynamoDBClient): LoadMeter {
  let load: PartitionLoad = new Map();
  /** The last known place of each item in the indexes: an update names none, but writes there too. */
  const places = new Map<string, Attributes>();
  client.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (args) => {
        const input = { ...args.input, ReturnConsumedCapacity: 'INDEXES' } as typeof args.input;
        const result = await next({ ...args, input });
        const spent = [(result as Answer).output.ConsumedCapacity ?? []].flat();
        if (isQuery(commandName)) addTo(load, queried(input as Input), spent);
        else addTo(load, touchedBy(commandName, input as Input, places), spent, isRead(commandName));
        return result;
      },
    // Nearest to the wire: the meter of costs asks for totals, which come with this as well.
    { step: 'initialize', name: 'load', priority: 'low' },
  );
  return {
    async loadOf(action) {
      load = new Map();
      await action();
      return new Map(load);
    },
  };
}

const isQuery = (command: string) => command.startsWith('Query');
const isRead = (command: string) => /^(Get|BatchGet|TransactGet)/.test(command);

type Shares = { table: string[]; indexes: Map<string, string[]> };

/** The partition a query reads: of the table or of the index it names. */
function queried({ IndexName, ExpressionAttributeValues }: Input): Shares {
  const partition = plain(
    (ExpressionAttributeValues as Attributes)[':p'] ?? (ExpressionAttributeValues as Attributes)[':pk'],
  );
  if (!IndexName) return { table: [partition], indexes: new Map() };
  return { table: [], indexes: new Map([[String(IndexName), [partition]]]) };
}

/** The partitions of the items of a call, in the table and in the indexes. */
function touchedBy(command: string, input: Input, places: Map<string, Attributes>): Shares {
  const shares: Shares = { table: [], indexes: new Map() };
  for (const { pk, sk, item } of touches(input)) {
    shares.table.push(pk);
    if (isRead(command)) continue;
    const id = `${pk} ${sk}`;
    if (item) places.set(id, item);
    for (const { name, partitionKey } of table.indexes) {
      const place = places.get(id)?.[partitionKey];
      if (place) shares.indexes.set(name, [...(shares.indexes.get(name) ?? []), plain(place)]);
    }
  }
  return shares;
}

type WriteOf = { Item?: Attributes; Key?: Attributes };

function touches(input: Input): Touch[] {
  const { TransactItems, RequestItems, Item, Key } = input as {
    TransactItems?: Record<string, WriteOf>[];
    RequestItems?: Record<string, { Keys?: Attributes[] } | Record<string, WriteOf>[]>;
  } & WriteOf;
  const writes: WriteOf[] = [
    ...(Item || Key ? [{ Item, Key }] : []),
    ...(TransactItems ?? []).flatMap((part) => Object.values(part)),
    ...Object.values(RequestItems ?? {}).flatMap((some) =>
      Array.isArray(some) ? some.flatMap((part) => Object.values(part)) : (some.Keys ?? []).map((Key) => ({ Key })),
    ),
  ];
  return writes.map(({ Item, Key }) => {
    const key = Item ?? Key ?? {};
    return { pk: plain(key.pk), sk: plain(key.sk), ...(Item && { item: Item }) };
  });
}

/** Keys are plain or in DynamoDB's own notation, by the client that sends them. */
const plain = (value: unknown): string =>
  typeof value === 'object' && value ? String((value as { S?: string }).S) : String(value);

/** Adds what was spent, in equal parts, to the load of the partitions it was spent on. */
function addTo(load: PartitionLoad, shares: Shares, spent: readonly ConsumedCapacity[], reads = true): void {
  const add = (partition: string, units: number) => {
    const sum = load.get(partition) ?? { rcu: 0, wcu: 0 };
    load.set(partition, reads ? { ...sum, rcu: sum.rcu + units } : { ...sum, wcu: sum.wcu + units });
  };
  for (const { Table, GlobalSecondaryIndexes = {} } of spent) {
    for (const pk of shares.table) add(pk, (Table?.CapacityUnits ?? 0) / shares.table.length);
    for (const [name, { CapacityUnits = 0 }] of Object.entries(GlobalSecondaryIndexes)) {
      const partitions = shares.indexes.get(name) ?? [];
      for (const pk of partitions) add(`${name} ${pk}`, CapacityUnits / partitions.length);
    }
  }
}
