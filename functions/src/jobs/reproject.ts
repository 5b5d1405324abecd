/**
 * Job: rebuilds the projections of every subject: what follows from merges, the fields answers copy from their parents, counters, list rows;
 * and lets each of its pictures be served or withheld. Run by hand, or when stream records were lost.
 */
import { projectAnswer } from '@hanoi/core/card/answer-projection';
import { followWholeMerge } from '@hanoi/core/merge/follow';
import { type ScanResult, scanSubjects } from '@hanoi/core/repair/scan';
import { reprojectSubject } from '@hanoi/core/repair/service';
import { after, minute } from '@hanoi/core/shared/time';
import { picturesOf } from '@hanoi/core/upload/served';
import { enqueue } from '../queue/enqueue.ts';
import { jobOf } from './context.ts';

/** A Lambda ends after 15 minutes; the next run continues where this one stops. */
const longest = 12 * minute;

export const handler = jobOf('reproject', async (ctx): Promise<ScanResult> => {
  const scan = { name: 'reproject', until: after(ctx.now(), longest) };
  const result = await scanSubjects(ctx, scan, async (subject) => {
    await followWholeMerge(ctx, subject);
    await projectAnswer(ctx, subject);
    await reprojectSubject(ctx, subject);
    const pictures = await picturesOf(ctx, [subject]);
    if (pictures.length > 0)
      await enqueue(
        ctx,
        'pictures',
        pictures.map((upload) => ({ message: { upload } })),
      );
  });
  ctx.log.info('reproject_ended', result);
  return result;
});
