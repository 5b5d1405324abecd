/** Use cases of tallies: count a vote, and add shards when votes conflict. */
import { getItem } from '../db/get.ts';
import { tallyKey, tallyShards } from '../db/keys.ts';
import { contendedParts, type Part, setPart, transact } from '../db/transact.ts';
import type { Ctx } from '../shared/context.ts';
import type { SubjectId } from '../shared/ids.ts';
import { type Count, votePart } from './repo.ts';
import { knownShards, shardsOn, tallyKeys } from './shards.ts';

/** The tally grows after this many conflicts in a row on its shard. */
const attemptsBeforeGrowth = 3;

/**
 * Counts in one of all existing shards, together with the writes of `also`. After repeated conflicts on the shard, the tally
 * grows before the next attempt.
 * @throws what `refused` gives, when the shard is not open; the refusals of `also`; busy when conflicts do not end
 */
export async function countSpread(ctx: Ctx, count: Count, also: Part, refused: Part['refused']): Promise<void> {
  // The count comes first: a shard that is not open is the first reason to report.
  const write = (options?: { maxAttempts: number }) => transact(ctx, [votePart(ctx, count, refused), also], options);
  const shards = knownShards(ctx, count.subject);
  try {
    await write({ maxAttempts: attemptsBeforeGrowth });
  } catch (error) {
    const [first, second] = contendedParts(error);
    if (first === undefined) throw error;
    // Two requests of one person at once also conflict on `also`: more shards would not help.
    if (first === 0 && second === undefined) await growTally(ctx, count.subject, shards);
    await write();
  }
}

/** Thrown and caught in this file: the tally grew, or the end of voting was set, since shard 0 was read. */
class NotGrown extends Error {}

/**
 * Doubles the shards of a tally that still has only `from` of them, after votes conflicted on those. One transaction writes
 * the new shards with the end of voting of shard 0, and the new number on shard 0, on the condition that neither has changed
 * since it was read. So an end that is set meanwhile refuses the growth, and a growth refuses an end that does not reach all
 * shards (`votingEndParts`): in either order, no shard stays open after the end.
 */
export async function growTally(ctx: Ctx, subject: SubjectId, from: number): Promise<void> {
  const key = tallyKey(subject, 0);
  const shard0 = await getItem(ctx, key, { consistent: true });
  const shards = shardsOn(ctx, subject, shard0);
  // Another request was faster, the tally has the most shards, or shard 0 has no vote yet and a later request will do it.
  if (shards > from || shards >= tallyShards.most || shard0?.openUntil === undefined) return;
  const { openUntil } = shard0;
  const grown = { shards: shards * 2 };
  const asRead = {
    expression: `openUntil = :until AND ${shard0.shards === undefined ? 'attribute_not_exists(shards)' : 'shards = :shards'}`,
    values: { ':until': openUntil, ...(shard0.shards !== undefined && { ':shards': shards }) },
  };
  try {
    await transact(ctx, [
      setPart(key, grown, asRead, () => new NotGrown()),
      ...tallyKeys(subject, shards, grown.shards).map((later) => setPart(later, { openUntil })),
    ]);
  } catch (error) {
    if (error instanceof NotGrown) return;
    if (contendedParts(error).length === 0) throw error;
    // The vote continues with the existing shards, and the next one that conflicts tries again.
    return ctx.log.warn('tally_not_grown', { subject, shards });
  }
  shardsOn(ctx, subject, grown);
  ctx.log.info('tally_grown', { subject, ...grown });
}
