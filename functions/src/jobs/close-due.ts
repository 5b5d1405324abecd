/** Job: closes challenges whose closing date has come. Voting on them has ended by itself at that very time. */

import type { ChallengeCard } from '@hanoi/core/challenge/schema';
import { closeChallenge } from '@hanoi/core/challenge/service';
import { listCards } from '@hanoi/core/listing/repo';
import { allOf } from '@hanoi/core/listing/schema';
import { jobOf } from './context.ts';

const batch = 50;

/** Closes those due, soonest first, a batch a run. */
export const handler = jobOf('close-due', async (ctx): Promise<{ closed: number }> => {
  const { items } = await listCards<ChallengeCard>(ctx, { facet: allOf('challenge'), sort: 'closing', limit: batch });
  const due = items.filter((card) => card.closesAt && card.closesAt <= ctx.now().toISOString());
  let closed = 0;
  for (const card of due) {
    try {
      await closeChallenge(ctx, card.id, 'Đã đến ngày kết thúc');
      closed++;
    } catch (error) {
      // Closed by hand meanwhile, or changed: the next run sees it as it is then.
      ctx.log.warn('close_due_failed', { challenge: card.id, error: String(error) });
    }
  }
  return { closed };
});
