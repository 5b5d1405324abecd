/** Job: closes subjects whose closing date has come. Voting on them has ended by itself at that very time. */

import { closeDue } from '@hanoi/core/card/close';
import { listCards } from '@hanoi/core/listing/repo';
import { allOf } from '@hanoi/core/listing/schema';
import { subjectKinds } from '@hanoi/core/subject/kinds';
import { dueMoveOf } from '@hanoi/core/subject/moves';
import { jobOf } from './context.ts';

const batch = 50;

/** Closes those due of each kind, soonest first, a batch a run. */
export const handler = jobOf('close-due', async (ctx): Promise<{ closed: number }> => {
  let closed = 0;
  for (const kind of subjectKinds.filter(dueMoveOf)) {
    const { items } = await listCards(ctx, { facet: allOf(kind), sort: 'closing', limit: batch });
    const due = items.filter((card) => card.closesAt && card.closesAt <= ctx.now().toISOString());
    for (const card of due) {
      try {
        await closeDue(ctx, card.id, 'Đã đến ngày kết thúc');
        closed++;
      } catch (error) {
        // Closed by hand meanwhile, or changed: the next run sees it as it is then.
        ctx.log.warn('close_due_failed', { subject: card.id, error: String(error) });
      }
    }
  }
  return { closed };
});
