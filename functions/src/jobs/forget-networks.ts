/** Job: takes the marks of networks off votes that are older than a month. */
import { forgetMarks } from '@hanoi/core/evidence/repo';
import { after, minute } from '@hanoi/core/shared/time';
import { jobOf } from './context.ts';

/** A Lambda ends after 15 minutes; the next run continues where this one stopped. */
const longest = 12 * minute;

export const handler = jobOf('forget-networks', (ctx) => forgetMarks(ctx, after(ctx.now(), longest)));
