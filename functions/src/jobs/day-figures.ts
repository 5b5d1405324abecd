/** Job: counts what came on a day and what waits, so that no page has to. */
import { countDays } from '@hanoi/core/daily/service';
import { after, minute } from '@hanoi/core/shared/time';
import { jobOf } from './context.ts';

/** The next run comes after ten minutes, and counts what this one had no time for. */
const longest = 8 * minute;

export const handler = jobOf('day-figures', (ctx) => countDays(ctx, after(ctx.now(), longest)));
