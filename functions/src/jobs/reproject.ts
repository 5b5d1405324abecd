/**
 * Job: makes what is projected of every subject anew: what answers take from their parents, counters, list rows. Run
 * by hand, or where the stream has lost records.
 */
import { projectAnswer } from '@hanoi/core/card/answer-projection';
import { reprojectSubject } from '@hanoi/core/repair/service';
import { type Walked, walkSubjects } from '@hanoi/core/repair/walk';
import { after, minute } from '@hanoi/core/shared/time';
import { jobOf } from './context.ts';

/** A Lambda ends after 15 minutes; the next run goes on where this one stops. */
const longest = 12 * minute;

export const handler = jobOf('reproject', async (ctx): Promise<Walked> => {
  const walk = { name: 'reproject', until: after(ctx.now(), longest) };
  const walked = await walkSubjects(ctx, walk, async (subject) => {
    await projectAnswer(ctx, subject);
    await reprojectSubject(ctx, subject);
  });
  ctx.log.info('reproject_ended', walked);
  return walked;
});
