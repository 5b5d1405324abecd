/** Whether a table holds what an export does: every item, attribute by attribute. */
import { createHash } from 'node:crypto';
import type { Db } from '@hanoi/core/db/client';
import { type RawItem, readAll, readExport } from './export.ts';

export type Comparison = { exported: number; restored: number; missing: string[]; changed: string[]; added: string[] };

/** Compares by a hash of each item, so that a table need not fit into memory. The lists are keys. */
export async function compareWithExport(db: Db, folder: string): Promise<Comparison> {
  const expected = new Map<string, string>();
  for await (const item of readExport(folder)) expected.set(keyOf(item), hashOf(item));
  const comparison: Comparison = { exported: expected.size, restored: 0, missing: [], changed: [], added: [] };
  for await (const items of readAll(db)) {
    for (const item of items) {
      comparison.restored++;
      const key = keyOf(item);
      const hash = expected.get(key);
      if (hash === undefined) comparison.added.push(key);
      else if (hash !== hashOf(item)) comparison.changed.push(key);
      expected.delete(key);
    }
  }
  comparison.missing.push(...expected.keys());
  return comparison;
}

export const differences = ({ missing, changed, added }: Comparison): number =>
  missing.length + changed.length + added.length;

const keyOf = ({ pk, sk }: RawItem): string => `${pk?.S} ${sk?.S}`;

function hashOf(item: RawItem): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(item)))
    .digest('base64');
}

/** The same value with its names, and the members of its sets, in one order. */
function sorted(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) {
    const members = value.map((member) => sorted(member));
    return /^[SNB]S$/.test(name) ? members.sort() : members;
  }
  if (value instanceof Uint8Array) return Buffer.from(value).toString('base64');
  if (typeof value !== 'object' || value === null) return value;
  const names = Object.keys(value).sort();
  return Object.fromEntries(names.map((key) => [key, sorted((value as Record<string, unknown>)[key], key)]));
}
