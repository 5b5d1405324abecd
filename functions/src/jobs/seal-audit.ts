/** Job: seals the entries of the audit log. The log of the run holds the last seal, where nobody who can write to the table can change it. */
import { sealEntries } from '@hanoi/core/audit/seal';
import { after, minute } from '@hanoi/core/shared/time';
import { jobOf } from './context.ts';

/** The next run comes after five minutes, and continues where this one stopped. */
const longest = 4 * minute;

export const handler = jobOf('seal-audit', async (ctx): Promise<{ sealed: number; done: boolean }> => {
  const { sealed, done, last } = await sealEntries(ctx, after(ctx.now(), longest));
  if (last) ctx.log.info('audit_sealed', { sealed, day: last.day, number: last.number, hash: last.hash });
  return { sealed, done };
});
