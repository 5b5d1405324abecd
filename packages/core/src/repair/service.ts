/** Use cases of repair: hold tallies against the votes themselves, and make projections anew. */

import { projectCounters } from '../card/projection.ts';
import type { Card } from '../card/schema.ts';
import { getItem } from '../db/get.ts';
import { listRowKey } from '../db/keys.ts';
import { facetsOf } from '../listing/facets.ts';
import { projectRows } from '../listing/repo.ts';
import { allOf } from '../listing/schema.ts';
import type { Ctx } from '../shared/context.ts';
import { kindOf, type SubjectId } from '../shared/ids.ts';
import { countVotes } from '../support/repo.ts';
import { readShards, setShardSupport } from '../tally/repo.ts';

/** A shard whose tally is not the number of its votes. */
export type Difference = { shard: number; tally: number; votes: number; revision: number };

/**
 * Counts a subject's votes anew and reports each shard whose tally differs. A shard voted on meanwhile is passed over:
 * its revision has moved, and the next recount sees it. With `fix`, the tally is set to the votes, unless one more is
 * cast in that moment, and the counter on the card follows.
 */
export async function recountSubject(ctx: Ctx, subject: SubjectId, { fix = false } = {}): Promise<Difference[]> {
  const before = await readShards(ctx, subject);
  const votes = await Promise.all(before.map((_, shard) => countVotes(ctx, subject, shard)));
  const after = await readShards(ctx, subject);
  const differences = before
    .map(({ support, revision }, shard) => ({ shard, tally: support, votes: votes[shard]!, revision }))
    .filter(({ shard, tally, votes, revision }) => tally !== votes && after[shard]!.revision === revision);
  for (const { shard, tally, votes } of differences)
    ctx.log.warn('recount_difference', { subject, shard, tally, votes, fix });
  if (fix && differences.length > 0) {
    for (const { shard, votes, revision } of differences) await setShardSupport(ctx, subject, shard, votes, revision);
    await projectCounters(ctx, [subject]);
  }
  return differences;
}

/**
 * Makes the counters on a subject's card and its rows in the lists anew. The lists it may have to leave are those of the
 * copy that the list of all holds.
 */
export async function reprojectSubject(ctx: Ctx, subject: SubjectId): Promise<void> {
  const row = await getItem(ctx, listRowKey(allOf(kindOf(subject)), subject));
  await projectCounters(ctx, [subject]);
  await projectRows(ctx, [{ id: subject, formerFacets: row ? facetsOf(row as unknown as Card) : [] }]);
}
