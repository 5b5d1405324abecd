/** Use cases of repair: compare tallies with the votes, and rebuild projections. */

import { projectCounters } from '../card/projection.ts';
import { transact } from '../db/transact.ts';
import { projectRows } from '../listing/repo.ts';
import type { Ctx } from '../shared/context.ts';
import type { SubjectId } from '../shared/ids.ts';
import { countVotes } from '../support/repo.ts';
import { mendParts, readShards, sumOf, type Tally } from '../tally/repo.ts';

/** A subject whose tally is not the number of its votes. */
export type Difference = { tally: number; votes: number };

/** Thrown and caught in this file: somebody voted at the same moment. */
class VotedMeanwhile extends Error {}

/**
 * Counts a subject's votes one by one and reports when the sum of its tally differs. Only sums are compared, as a vote may be
 * withdrawn in another shard than the one that counted it. A subject that is voted on meanwhile is skipped; the next recount
 * checks it. With `fix`, the difference is added to the tally, unless somebody votes at that moment, and the card's counter
 * follows.
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
    // The next recount checks it again.
    if (!(error instanceof VotedMeanwhile)) throw error;
  }
  await projectCounters(ctx, [subject]);
}

/** Rebuilds the counters on a subject's card, and its row in the list it is in. */
export async function reprojectSubject(ctx: Ctx, subject: SubjectId): Promise<void> {
  await projectCounters(ctx, [subject]);
  await projectRows(ctx, [subject]);
}
