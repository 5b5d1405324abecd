/**
 * Follows the index of changes: visits every public item that changed since the last run of the same name. The position in
 * each partition of the index is stored after every page, so that an interrupted run continues in the next.
 */
import pMap from 'p-map';
import { getItem } from '../db/get.ts';
import { changedPartition, changeShardCount, scanKey } from '../db/keys.ts';
import { queryPage } from '../db/query.ts';
import { putItem } from '../db/write.ts';
import type { Ctx } from '../shared/context.ts';
import { isSubjectId, type SubjectId } from '../shared/ids.ts';
import { after, iso, minute } from '../shared/time.ts';
import { type ScanOptions, type ScanResult, visitSafely } from './scan.ts';

const pageSize = 100;
const sideBySide = 4;

/**
 * Each run begins this long before the position of the last one, as the clocks of machines differ and an index shows a write
 * a moment later. So some changes are visited twice, which must do no harm.
 */
const overlap = 2 * minute;

/**
 * Visits the subjects that changed since the last run of this name. A failed visit is logged, and the run continues.
 */
export async function followChanges(
  ctx: Ctx,
  { name, until }: ScanOptions,
  visit: (subject: SubjectId) => Promise<void>,
): Promise<ScanResult> {
  const result = { visited: 0, failed: 0 };
  for (let shard = 0; shard < changeShardCount; shard++) {
    if (!(await followShard(ctx, { name, until }, shard, visit, result))) return { ...result, done: false };
  }
  return { ...result, done: true };
}

/** False when time ran out. */
async function followShard(
  ctx: Ctx,
  { name, until }: ScanOptions,
  shard: number,
  visit: (subject: SubjectId) => Promise<void>,
  result: { visited: number; failed: number },
): Promise<boolean> {
  const key = scanKey(`${name}#${shard}`);
  const place = (await getItem(ctx, key, { consistent: true }))?.upTo as string | undefined;
  const from = place && iso(after(new Date(place), -overlap));
  const partition = changedPartition(shard);
  const list = {
    list: `${name} ${partition}`,
    index: 'gsi3',
    partition,
    from,
    order: 'ascending',
    fields: [],
  } as const;
  let cursor: string | undefined;
  do {
    const page = await queryPage(ctx, { ...list, limit: pageSize, cursor });
    const subjects = page.items.map(({ pk }) => pk).filter(isSubjectId);
    await pMap(subjects, (subject) => visitSafely(ctx, name, subject, visit, result), { concurrency: sideBySide });
    const last = page.items.at(-1);
    if (last) {
      const upTo = String(last.gsi3sk).split('#')[0];
      await putItem(ctx, { ...key, upTo });
    }
    cursor = page.nextCursor ?? undefined;
    if (cursor && ctx.now() >= until) return false;
  } while (cursor);
  return true;
}
