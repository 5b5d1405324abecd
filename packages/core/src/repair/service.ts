/** Use cases of repair: compare tallies with the votes, and rebuild projections. */

import { projectCounters } from '../card/projection.ts';
import type { Card } from '../card/schema.ts';
import { getItem } from '../db/get.ts';
import { listRowKey } from '../db/keys.ts';
import { transact } from '../db/transact.ts';
import { facetsOf } from '../listing/facets.ts';
import { projectRows } from '../listing/repo.ts';
import { allOf } from '../listing/schema.ts';
import type { Ctx } from '../shared/context.ts';
import { kindOf, type SubjectId } from '../shared/ids.ts';
import { countVotes } from '../support/repo.ts';
import { mendParts, readShards, sumOf, type Tally } from '../tally/repo.ts';

/** A subject whose tally is not the number of its votes. */
export type Difference = { tally: number; votes: number };

/** Thrown inside, and caught here: somebody voted in this moment. */
class VotedMeanwhile extends Error {}

/**
 * Counts a subject's votes one by one and reports when the sum of its tally differs: sums, as a vote may be taken back in
 * another shard than it was counted in. A subject voted on meanwhile is passed over, and the next recount sees it. With
 * `fix`, what is missing is added to the tally, unless one more is cast in that moment, and the counter on the card follows.
 */
export async function recountSubject(ctx: Ctx, subject: SubjectId, { fix = false } = {}): Promise<Difference[]> {
  const before = sumOf(await readShards(ctx, subject));
  const votes = await countVotes(ctx, subject);
  const shards = await readShards(ctx, subject);
  const { support: tally, revision } = sumOf(shards);
  if (tally === votes || revision !== before.revision) return [];
  ctx.log.warn('recount_difference', { subject, tally, votes, fix });
  if (fix) await mend(ctx, subject, shards, votes - tally);
  return [{ tally, votes }];
}

async function mend(ctx: Ctx, subject: SubjectId, shards: readonly Tally[], missing: number): Promise<void> {
  try {
    await transact(
      ctx,
      mendParts(subject, shards, missing, () => new VotedMeanwhile()),
    );
  } catch (error) {
    // The next recount looks again.
    if (!(error instanceof VotedMeanwhile)) throw error;
  }
  await projectCounters(ctx, [subject]);
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
