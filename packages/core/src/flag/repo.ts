/** The flags in the table: one item with those that were set. */
import { getItem } from '../db/get.ts';
import { flagsKey } from '../db/keys.ts';
import type { Ctx } from '../shared/context.ts';
import type { Flags } from './schema.ts';

export type StoredFlags = { set: Partial<Flags>; version: number };

/** What was set, so far. */
export async function findFlags(ctx: Ctx, options: { consistent?: boolean } = {}): Promise<StoredFlags> {
  return ((await getItem(ctx, flagsKey, options)) as StoredFlags | undefined) ?? { set: {}, version: 0 };
}
