/**
 * Job: recounts the votes of subjects and reports tallies that differ; called with `{ fix: true }` it corrects them.
 * A night's run counts what changed since the last, and a thirtieth of all the rest, so that each subject is counted once
 * a month; called with `{ all: true }` it counts all.
 */
import { followChanges } from '@hanoi/core/repair/changes';
import { type ScanResult, scanSubjects } from '@hanoi/core/repair/scan';
import { recountSubject } from '@hanoi/core/repair/service';
import { shardOf } from '@hanoi/core/shared/hash';
import type { SubjectId } from '@hanoi/core/shared/ids';
import { after, day, minute } from '@hanoi/core/shared/time';
import { jobOf } from './context.ts';

/** A Lambda ends after 15 minutes; the next run continues where this one stops. */
const longest = 12 * minute;
/** Nights in which every subject has had its turn. */
const nights = 30;

export const handler = jobOf('recount', async (ctx, event): Promise<ScanResult & { differences: number }> => {
  const { fix, all } = (event ?? {}) as { fix?: unknown; all?: unknown };
  const until = after(ctx.now(), longest);
  const tonight = Math.floor(ctx.now().getTime() / day) % nights;
  let differences = 0;
  const counted = new Set<SubjectId>();
  const count = async (subject: SubjectId) => {
    if (counted.has(subject)) return;
    counted.add(subject);
    // Several are counted at a time: the sum is read after the wait, not before it.
    const found = await recountSubject(ctx, subject, { fix: fix === true });
    differences += found.length;
  };
  const itsTurn = (subject: SubjectId) => all === true || shardOf(subject, nights) === tonight;
  const changed = await followChanges(ctx, { name: 'recount-changes', until }, count);
  const rest = changed.done
    ? await scanSubjects(ctx, { name: 'recount', until }, async (subject) => {
        if (itsTurn(subject)) await count(subject);
      })
    : { failed: 0, done: false };
  const result = { visited: counted.size, failed: changed.failed + rest.failed, done: changed.done && rest.done };
  ctx.log.info('recount_ended', { ...result, differences, fix: fix === true });
  return { ...result, differences };
});
