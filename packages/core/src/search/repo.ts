/** What the read model is fed from: the index of changes, and the texts of subjects. */
import type { StoredBody } from '../card/stored.ts';
import { getItems, getTogether } from '../db/get.ts';
import { bodyKey, cardKey, changedPartition, type Item } from '../db/keys.ts';
import { queryPage } from '../db/query.ts';
import type { Ctx } from '../shared/context.ts';
import type { SubjectId } from '../shared/ids.ts';
import type { Page } from '../shared/page.ts';
import { iso } from '../shared/time.ts';

/** A page of what changed in one partition of the index since `from`, oldest change first. */
export async function changedPage(
  ctx: Ctx,
  shard: number,
  { from, limit, cursor }: { from?: Date; limit: number; cursor?: string },
): Promise<Page<Item>> {
  const partition = changedPartition(shard);
  return queryPage(ctx, {
    list: `search ${partition}`,
    index: 'gsi3',
    partition,
    from: from && iso(from),
    order: 'ascending',
    limit,
    cursor,
  });
}

/** The time at which an item of the index changed: ISO 8601. */
export function changedAt(item: Item): string {
  return String(item.gsi3sk).split('#')[0]!;
}

/** When each of at most 100 things last changed, read strongly, in the order of their ids; undefined for what is not there. */
export async function changeTimesOf(ctx: Ctx, ids: readonly string[]): Promise<(string | undefined)[]> {
  const items = await getItems(
    ctx,
    ids.map((id) => cardKey(id as SubjectId)),
    { consistent: true },
  );
  return items.map((item) => (item?.gsi3sk === undefined ? undefined : changedAt(item)));
}

/** The bodies of subjects, read strongly, in their order; undefined where there is none. */
export async function bodiesOf(ctx: Ctx, ids: readonly SubjectId[]): Promise<(StoredBody | undefined)[]> {
  const bodies: (StoredBody | undefined)[] = [];
  for (let start = 0; start < ids.length; start += getTogether) {
    const keys = ids.slice(start, start + getTogether).map(bodyKey);
    bodies.push(...((await getItems(ctx, keys, { consistent: true })) as unknown as (StoredBody | undefined)[]));
  }
  return bodies;
}

/**
 * Which of two states of one item is the later one. Every write of a public item raises its version, or one of the versions
 * that projections note on it, and none ever falls: so their sum only grows.
 */
export function revisionOf(item: Item): number {
  let revision = 0;
  for (const [name, value] of Object.entries(item))
    if (typeof value === 'number' && (name === 'version' || name === 'tallyRevision' || name.endsWith('Version')))
      revision += value;
  return revision;
}
