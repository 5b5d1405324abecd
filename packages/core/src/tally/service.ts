/** Use cases of tallies: count in all their shards, and grow while votes get in each other's way. */
import { getItem } from '../db/get.ts';
import { tallyKey, tallyShards } from '../db/keys.ts';
import { contendedParts, type Part, setPart, transact } from '../db/transact.ts';
import type { Ctx } from '../shared/context.ts';
import type { SubjectId } from '../shared/ids.ts';
import { type Count, votePart } from './repo.ts';
import { knownShards, shardsOn, tallyKeys } from './shards.ts';

/** So many attempts in a row that meet others on the shard, and the tally grows. */
const attemptsBeforeGrowth = 3;

/**
 * Counts in one of all the shards there are, together with what `also` writes. Where that keeps meeting others, the tally
 * grows before it goes on.
 * @throws what `refused` gives, when the shard is not open; what `also` is refused with; busy when conflicts do not end
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

/** Thrown inside, and caught here: it grew, or the end of voting was set, since shard 0 was read. */
class NotGrown extends Error {}

/**
 * Doubles the shards of a tally that has only `from` of them; for votes that met others on those. One transaction writes the
 * new shards with the end of voting that shard 0 carries, and the number on shard 0, on the condition that both are still
 * as they were read. An end set meanwhile refuses the growth, and a growth refuses an end that does not reach all shards
 * (`votingEndParts`): whichever comes first, no shard is left open after the end.
 */
export async function growTally(ctx: Ctx, subject: SubjectId, from: number): Promise<void> {
  const key = tallyKey(subject, 0);
  const shard0 = await getItem(ctx, key, { consistent: true });
  const shards = shardsOn(ctx, subject, shard0);
  // Somebody else was faster, it is large enough, or nobody has voted in shard 0 yet: others will come.
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
