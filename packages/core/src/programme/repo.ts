/** Programmes in the table: an item for each that differs from what a site begins with. */
import { programmesPartition } from '../db/keys.ts';
import { queryPage } from '../db/query.ts';
import type { Ctx } from '../shared/context.ts';
import { withOfficial } from './rules.ts';
import { mostProgrammes, type Programme } from './schema.ts';

/** All programmes, retired ones too, in their order: one query, whatever there is. */
export async function readProgrammes(ctx: Ctx, options: { consistent?: boolean } = {}): Promise<Programme[]> {
  const list = { list: 'programmes', partition: programmesPartition, prefix: 'CODE#', order: 'ascending' } as const;
  const { items } = await queryPage(ctx, { ...list, limit: mostProgrammes, ...options });
  return withOfficial(items as unknown as Programme[]);
}
