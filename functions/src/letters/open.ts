/** Tells CloudWatch how many dead letters wait, whenever that has changed. */
import { openLetters } from '@hanoi/core/dead-letter/service';
import type { Ctx } from '@hanoi/core/shared/context';
import { countOpenLetters } from '../metrics.ts';

/** Counts those that wait. Never throws: what was done to a letter is done. */
export async function countOpen(ctx: Ctx): Promise<void> {
  await openLetters(ctx).then(countOpenLetters, (error: unknown) =>
    ctx.log.error('open_letters_uncounted', { error: String(error) }),
  );
}
