/** For tests: decisions made and overturned as moderators do, without the queue. */
import { despiteEdits } from '../card/move.ts';
import { transact } from '../db/transact.ts';
import { findContent } from '../report/repo.ts';
import { refOf, writerOf } from '../report/rules.ts';
import type { Ctx } from '../shared/context.ts';
import { type ContentId, type DecisionId, newId } from '../shared/ids.ts';
import { iso } from '../shared/time.ts';
import type { Wanted } from './effect/effect.ts';
import type { EffectAction } from './effect/list.ts';
import { appealDecidedParts, appealParts, decisionPart, findDecision, newDecision } from './repo.ts';
import { effectOf, matterOf, undoOf } from './service.ts';

/** Decides about content. Resolves to the decision's id. */
export async function decide(
  ctx: Ctx,
  content: ContentId,
  action: EffectAction,
  wanted: Partial<Wanted> = {},
): Promise<DecisionId> {
  const id = newId('decision', ctx);
  const { reason = 'spam' } = wanted;
  await despiteEdits(async () => {
    const found = await findContent(ctx, content);
    if (!found) throw new TypeError(`there is no ${content}`);
    const matter = await matterOf(ctx, found);
    const { parts, undo, into } = await effectOf(ctx, action, matter, { ...wanted, reason, decision: id });
    const made = {
      ...{ id, action, reason, undo, into, until: wanted.until },
      subject: { ...refOf(found), id: content },
      about: writerOf(found)?.id ?? null,
      item: newId('item', ctx),
      facts: 'Đã xem',
      foundBy: 'report' as const,
      kind: 'report',
      openedAt: iso(ctx.now()),
    };
    await transact(ctx, [...parts, decisionPart(newDecision(ctx, made))]);
  });
  return id;
}

/** Overturns a decision that its author appealed. Resolves to whether all is as it was. */
export async function overturn(author: Ctx, moderator: Ctx, id: DecisionId): Promise<boolean> {
  const decision = (await findDecision(author, id))!;
  await transact(author, appealParts(author, decision, 'Xin xem lại, tôi không quảng cáo gì cả.'));
  let complete = false;
  await despiteEdits(async () => {
    const appealed = (await findDecision(moderator, id))!;
    const matter = await matterOf(moderator, (await findContent(moderator, appealed.subject.id))!);
    const undone = await undoOf(moderator, appealed, matter);
    const { complete: all } = undone;
    const outcome = { outcome: 'overturn', reasons: 'Không phải quảng cáo', complete: all } as const;
    await transact(moderator, [...appealDecidedParts(moderator, appealed, outcome), ...undone.parts]);
    complete = undone.complete;
  });
  return complete;
}
