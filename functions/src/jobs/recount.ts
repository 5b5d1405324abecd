/** Job: counts the votes of every subject anew and reports where a tally differs; called with `{ fix: true }` it sets them right. */
import { recountSubject } from '@hanoi/core/repair/service';
import { type Walked, walkSubjects } from '@hanoi/core/repair/walk';
import { after, minute } from '@hanoi/core/shared/time';
import { jobOf } from './context.ts';

/** A Lambda ends after 15 minutes; the next run goes on where this one stops. */
const longest = 12 * minute;

export const handler = jobOf('recount', async (ctx, event): Promise<Walked & { differences: number }> => {
  const fix = (event as { fix?: unknown } | undefined)?.fix === true;
  let differences = 0;
  const walked = await walkSubjects(ctx, { name: 'recount', until: after(ctx.now(), longest) }, async (subject) => {
    // Several are counted at a time: the sum is read after the wait, not before it.
    const found = await recountSubject(ctx, subject, { fix });
    differences += found.length;
  });
  ctx.log.info('recount_ended', { ...walked, differences, fix });
  return { ...walked, differences };
});
