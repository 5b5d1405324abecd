/** What items weigh, as DynamoDB counts and bills it: names and values, and a copy for every index they stand in. */
import { table } from '@hanoi/core/db/table';

export type Item = Record<string, unknown> & { pk: string; sk: string };

/** Bytes in the table, and of the copies in its indexes. */
export type Stored = { items: number; bytes: number; indexBytes: number };

/** DynamoDB bills a hundred bytes beside each item, and beside each copy of one in an index. */
const overhead = 100;

/** The size of an item in bytes: what read and write units are counted by. */
export function sizeOf(item: Readonly<Record<string, unknown>>): number {
  return Object.entries(item).reduce((sum, [name, value]) => sum + Buffer.byteLength(name) + sizeOfValue(value), 0);
}

function sizeOfValue(value: unknown): number {
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (typeof value === 'number') return sizeOfNumber(value);
  if (Array.isArray(value)) return 3 + value.reduce((sum: number, entry) => sum + 1 + sizeOfValue(entry), 0);
  if (value && typeof value === 'object') return 3 + Object.keys(value).length + sizeOf(value as Item);
  return 1;
}

/** A byte for two digits, and one more. */
function sizeOfNumber(value: number): number {
  const digits = String(Math.abs(value)).replace(/[.]|e.*$/g, '');
  return Math.ceil(digits.length / 2) + 1 + (value < 0 ? 1 : 0);
}

/** What items take for good: those that expire are left out. */
export function storedOf(items: readonly Item[]): Stored {
  const stored: Stored = { items: 0, bytes: 0, indexBytes: 0 };
  for (const item of items) {
    if (item[table.ttlAttribute] !== undefined) continue;
    const bytes = sizeOf(item) + overhead;
    const copies = table.indexes.filter(({ partitionKey }) => item[partitionKey] !== undefined).length;
    stored.items++;
    stored.bytes += bytes;
    stored.indexBytes += copies * bytes;
  }
  return stored;
}

/** What was added between two looks at the table. */
export function added(before: Stored, after: Stored): Stored {
  return {
    items: after.items - before.items,
    bytes: after.bytes - before.bytes,
    indexBytes: after.indexBytes - before.indexBytes,
  };
}

/** The kind of an item, in the words of its key: `VOTE#…`, `chl_… CARD`. */
export function kindOf({ pk, sk }: Item): string {
  const head = pk.match(/^(?:[A-Z]+#|[a-z]+_)/)?.[0] ?? pk;
  const tail = sk.match(/^[A-Z]+(?=#|$)/)?.[0];
  return tail && !head.startsWith(tail) ? `${head}… ${tail}` : `${head}…`;
}

export type SizeOfKind = { kind: string; count: number; mean: number; most: number };

/** The sizes of items by kind, the heaviest kind first. */
export function sizesByKind(items: readonly Item[]): SizeOfKind[] {
  const kinds = [...Map.groupBy(items, kindOf)].map(([kind, some]) => {
    const sizes = some.map(sizeOf);
    const mean = sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
    return { kind, count: some.length, mean, most: Math.max(...sizes) };
  });
  return kinds.sort((one, other) => other.mean - one.mean);
}
