/** Whether a replica and a table belong together: a table that was restored to an earlier time has not got all that a replica knows. */
import { changeTimesOf } from '@hanoi/core/search/repo';
import type { Ctx } from '@hanoi/core/shared/context';
import type { Place } from './places.ts';

/**
 * Whether the table has everything that a replica with these places has seen: each thing must be there, with a change at the
 * time that was seen, or later. Public things are never deleted, so in the table that was followed it always is.
 */
export async function isOfThisTable(ctx: Ctx, places: readonly Place[]): Promise<boolean> {
  const changed = await changeTimesOf(
    ctx,
    places.map(({ id }) => id),
  );
  return places.every(({ upTo }, index) => (changed[index] ?? '') >= upTo);
}
