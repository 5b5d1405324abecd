/** Use cases of tallies: count a vote, and add shards when votes conflict. */
import { getItem } from '../db/get.ts';
import { subjectOfTallyKey, tallyKey, tallyShards } from '../db/keys.ts';
import { contendedParts, type Part, setPart, transact } from '../db/transact.ts';
import type { Ctx } from '../shared/context.ts';
import type { SubjectId } from '../shared/ids.ts';
import { type Count, votePart } from './repo.ts';
import { knownShards, shardsOn, tallyKeys } from './shards.ts';

/** The tally grows after this many conflicts in a row on its shard. */
const attemptsBeforeGrowth = 3;

/**
 * Counts in one of all existing shards, together with what `also` writes or asks of other tallies. After repeated conflicts on
 * one of the shards, its tally grows before the next attempt.
 * @throws what `refused` gives, when the shard is not open; the refusals of `also`; busy when conflicts do not end
 */
export async function countSpread(
  ctx: Ctx,
  count: Count,
  also: readonly Part[],
  refused: Part['refused'],
): Promise<void> {
  // The count comes first: a shard that is not open is the first reason to report.
  const parts = () => [votePart(ctx, count, refused), ...also];
  const write = (options?: { maxAttempts: number }) => transact(ctx, parts(), options);
  const before = new Map([...subjectsOf(parts())].map((subject) => [subject, knownShards(ctx, subject)]));
  try {
    await write({ maxAttempts: attemptsBeforeGrowth });
  } catch (error) {
    const [first, second] = contendedParts(error);
    if (first === undefined) throw error;
    // Two requests of one person at once also conflict on their vote: more shards would not help.
    const [crowded] = second === undefined ? subjectsOf([parts()[first]!]) : [];
    if (crowded) await growTally(ctx, crowded, before.get(crowded) ?? tallyShards.first);
    await write();
  }
}

/** The subjects on whose tallies parts count, or which they ask whether voting is open. */
function* subjectsOf(parts: readonly Part[]): Generator<SubjectId> {
  for (const { write } of parts) {
    const key = write.Update?.Key ?? write.ConditionCheck?.Key;
    const subject = key && subjectOfTallyKey(String(key.pk));
    if (subject) yield subject;
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
