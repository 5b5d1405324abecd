/** Job: closes subjects whose closing date has come. Voting on them has ended by itself at that very time. */

import { closeDue } from '@hanoi/core/card/close';
import type { Card } from '@hanoi/core/card/schema';
import { listCards } from '@hanoi/core/listing/repo';
import { allOf } from '@hanoi/core/listing/schema';
import type { Ctx } from '@hanoi/core/shared/context';
import { after, hasCome, minute } from '@hanoi/core/shared/time';
import { type SubjectKind, subjectKinds } from '@hanoi/core/subject/kinds';
import { dueMoveOf } from '@hanoi/core/subject/moves';
import { jobOf } from './context.ts';

const pageSize = 50;

/** The next run comes after five minutes, and finds what this one left. */
const longest = 4 * minute;

/** Closes all that are due of each kind, soonest first. One that can't be closed does not stop those behind it. */
export const handler = jobOf('close-due', async (ctx): Promise<{ closed: number; failed: number }> => {
  const until = after(ctx.now(), longest);
  const result = { closed: 0, failed: 0 };
  for (const kind of subjectKinds.filter(dueMoveOf)) {
    for await (const card of dueOf(ctx, kind)) {
      if (ctx.now() >= until) return result;
      try {
        await closeDue(ctx, card.id);
        result.closed++;
      } catch (error) {
        result.failed++;
        // Closed by hand meanwhile, or changed: the next run sees it as it is then.
        ctx.log.warn('close_due_failed', { subject: card.id, error: String(error) });
      }
    }
  }
  return result;
});

/** The cards of a kind whose end has come, page by page, until the first whose end is still to come. */
async function* dueOf(ctx: Ctx, kind: SubjectKind): AsyncGenerator<Card> {
  let cursor: string | undefined;
  do {
    const page = await listCards(ctx, { list: allOf(kind), sort: 'closing', limit: pageSize, cursor });
    for (const card of page.items) {
      if (!card.closesAt || !hasCome(card.closesAt, ctx.now())) return;
      yield card;
    }
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
}
