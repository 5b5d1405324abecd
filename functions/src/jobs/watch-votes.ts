/** Job: looks at the votes of what changed since its last run, and puts before moderators what looks as if one hand had cast it. */
import { watchVotes } from '@hanoi/core/moderation/votes';
import { followChanges } from '@hanoi/core/repair/changes';
import type { ScanResult } from '@hanoi/core/repair/scan';
import { after, minute } from '@hanoi/core/shared/time';
import { jobOf } from './context.ts';

/** The next run comes after ten minutes, and continues where this one stopped. */
const longest = 8 * minute;

export const handler = jobOf('watch-votes', async (ctx): Promise<ScanResult & { items: number }> => {
  let items = 0;
  const scan = { name: 'watch-votes', until: after(ctx.now(), longest) };
  const result = await followChanges(ctx, scan, async (subject) => {
    const item = await watchVotes(ctx, subject);
    if (!item) return;
    items++;
    ctx.log.info('votes_flagged', { subject, item });
  });
  return { ...result, items };
});
