/**
 * Job: brings tags by their names in use to what carries a former one. After a tag was renamed it visits all that is public once, and from
 * then on what changed, as a draft may become public later. It continues where it was interrupted.
 */
import { followChanges } from '@hanoi/core/repair/changes';
import { after, minute } from '@hanoi/core/shared/time';
import { findAliases } from '@hanoi/core/tag/repo';
import { retagSubject } from '@hanoi/core/tag/service';
import { jobOf } from './context.ts';

/** The next run comes after five minutes, and finds what this one left. */
const longest = 4 * minute;

export const handler = jobOf('retag', async (ctx) => {
  const { version } = await findAliases(ctx, { consistent: true });
  if (version === 0) return { visited: 0, failed: 0, done: true };
  const scan = { name: `retag-${version}`, until: after(ctx.now(), longest) };
  return followChanges(ctx, scan, (id) => retagSubject(ctx, id));
});
