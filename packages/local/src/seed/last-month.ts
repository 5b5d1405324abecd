/** What the demo's moderators decided last month, so that there is a transparency report to read. */
import { newCommentSchema } from '@hanoi/core/comment/schema';
import { postComment } from '@hanoi/core/comment/service';
import { actionSchema } from '@hanoi/core/decision/schema';
import { appeal } from '@hanoi/core/moderation/appeal';
import { decide } from '@hanoi/core/moderation/decide';
import { openFound } from '@hanoi/core/moderation/open';
import { recordOrder } from '@hanoi/core/moderation/order';
import { getQueue } from '@hanoi/core/moderation/queue';
import { findOpen } from '@hanoi/core/moderation/repo';
import { reportContent } from '@hanoi/core/moderation/report';
import { newDecisionSchema } from '@hanoi/core/moderation/schema';
import { newOrderSchema } from '@hanoi/core/order/schema';
import { newReportSchema, reportReasonSchema } from '@hanoi/core/report/schema';
import type { ChallengeId, ContentId, ItemId } from '@hanoi/core/shared/ids';
import { after, day, hanoiMonth, hour, iso, startOfHanoiDay } from '@hanoi/core/shared/time';
import { z } from '@hanoi/core/shared/zod';
import { countMonths } from '@hanoi/core/transparency/service';
import type { Cast } from './cast.ts';
import { holder, someone } from './moderation.ts';
import { system } from './people.ts';
import { acting, chance } from './world.ts';

const decidedSchema = z.object({
  key: z.string(),
  on: z.string(),
  /** The day of the month. */
  day: z.number(),
  body: z.string(),
  found: z.enum(['report', 'rule', 'moderator', 'order']),
  reason: reportReasonSchema,
  action: actionSchema,
  facts: z.string(),
  waitedHours: z.number(),
  passages: z.array(z.string()).optional(),
  order: z.object({ number: z.string(), issuer: z.string(), demands: z.string(), term: z.string() }).optional(),
  appeal: z.object({ text: z.string(), outcome: z.enum(['uphold', 'overturn']), reasons: z.string() }).optional(),
});
type Decided = z.output<typeof decidedSchema>;

/** Loads the decisions and counts them, as the job does each night. */
export async function loadLastMonth(cast: Cast, challenges: ReadonlyMap<string, ChallengeId>): Promise<void> {
  const { default: file } = await import('./content/last-month.json', { with: { type: 'json' } });
  for (const seed of z.array(decidedSchema).parse(file)) await loadDecided(cast, challenges.get(seed.on)!, seed);
  await countMonths(acting(cast.db, system, cast.now, 'last month counted'));
}

/** A time on that day of the month before that of `now`, in Hanoi. */
function lastMonth(now: Date, dayOfMonth: number, key: string): Date {
  const lastDay = after(startOfHanoiDay(`${hanoiMonth(now)}-01`), -day);
  const first = startOfHanoiDay(`${hanoiMonth(lastDay)}-01`);
  return after(first, (dayOfMonth - 1) * day + (7 + chance(key) * 9) * hour);
}

async function loadDecided(cast: Cast, challenge: ChallengeId, seed: Decided): Promise<void> {
  const { key, body, reason, action, facts, waitedHours, passages, appeal: asked } = seed;
  const at = lastMonth(cast.now, seed.day, key);
  const author = someone(cast, `${key} author`);
  const said = acting(cast.db, author, at, `${key} said`);
  const { id } = await postComment(said, challenge, newCommentSchema.parse({ body }));
  const openedAt = after(at, hour);
  const item = await open(cast, id, openedAt, seed);
  const decision = newDecisionSchema.parse({ action, reason, note: facts, ...(passages && { passages }) });
  const decidedAt = after(openedAt, waitedHours * hour);
  const by = acting(cast.db, holder(cast, 'administrator'), decidedAt, `${key} decided`);
  const made = await decide(by, item, decision);
  if (!asked) return;
  await appeal(acting(cast.db, author, after(decidedAt, 20 * hour), `${key} appeal`), made.id, asked.text);
  const waiting = acting(cast.db, holder(cast, 'moderator'), after(decidedAt, 60 * hour), `${key} appeal decided`);
  const again = newDecisionSchema.parse({ action: asked.outcome, reason, note: asked.reasons });
  await decide(waiting, await appealOf(waiting, id), again);
}

/** The item of an appeal about content. */
async function appealOf(ctx: ReturnType<typeof acting>, content: ContentId): Promise<ItemId> {
  const { items } = await getQueue(ctx, { kind: 'appeal', limit: 100 });
  return items.find(({ subject }) => subject.id === content)!.id;
}

/** What brought it before moderators. */
async function open(cast: Cast, id: ContentId, at: Date, { key, found, reason, order }: Decided): Promise<ItemId> {
  if (found === 'report') {
    const reader = acting(cast.db, someone(cast, `${key} reader`), at, `${key} reported`);
    await reportContent(reader, id, newReportSchema.parse({ reason }));
    return (await findOpen(reader, id, 'report'))!.id;
  }
  if (order) {
    const moderator = acting(cast.db, holder(cast, 'moderator'), at, `${key} order`);
    const receivedAt = iso(after(at, -hour / 2));
    return (await recordOrder(moderator, newOrderSchema.parse({ ...order, subject: id, receivedAt }))).id;
  }
  const rule = found === 'rule' ? { id: 'words', words: [] } : null;
  return openFound(acting(cast.db, system, at, `${key} found`), found, id, { reasons: { [reason]: 1 }, rule });
}
