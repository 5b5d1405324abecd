/** Decisions as those read them whom they are about, and appeals. */
import { despiteEdits } from '../card/move.ts';
import { transact } from '../db/transact.ts';
import { appealParts, decisionOf, listDecisionsAbout } from '../decision/repo.ts';
import { assertMayAppeal } from '../decision/rules.ts';
import type { Decision } from '../decision/schema.ts';
import { findContent } from '../report/repo.ts';
import { AppError } from '../shared/app-error.ts';
import { type Ctx, hasRole, requirePerson } from '../shared/context.ts';
import type { DecisionId } from '../shared/ids.ts';
import type { Page } from '../shared/page.ts';
import { after, iso } from '../shared/time.ts';
import { requireDecision } from './decide.ts';
import { newItem } from './open.ts';
import { newItemParts } from './repo.ts';
import { appealTerm } from './terms.ts';

/** A page of what was decided about one's own content or account, newest first. @throws not_signed_in, invalid_cursor */
export async function listMyDecisions(ctx: Ctx, query: { limit: number; cursor?: string }): Promise<Page<Decision>> {
  const page = await listDecisionsAbout(ctx, requirePerson(ctx).id, query);
  return { ...page, items: page.items.map(decisionOf) };
}

/** A decision, for whom it is about and for moderators. @throws not_signed_in, decision_not_found, also for all others */
export async function getDecision(ctx: Ctx, id: DecisionId): Promise<Decision> {
  const actor = requirePerson(ctx);
  const decision = await requireDecision(ctx, id, actor.id);
  const maySee = decision.about === actor.id || hasRole(actor, 'moderator', 'administrator');
  if (!maySee) throw new AppError('decision_not_found');
  return decisionOf(decision);
}

/**
 * Appeals a decision, once, until the end of its last day: an item waits for another moderator than who made it.
 * @throws not_signed_in, decision_not_found, not_appealable, appealed_already, appeal_over
 */
export async function appeal(ctx: Ctx, id: DecisionId, text: string): Promise<Decision> {
  const actor = requirePerson(ctx);
  await despiteEdits(async () => {
    const decision = await requireDecision(ctx, id, actor.id);
    assertMayAppeal(ctx.actor, decision, ctx.now());
    const content = await findContent(ctx, decision.subject.id);
    if (!content) throw new AppError('decision_not_found');
    const item = await newItem(ctx, 'appeal', content, {
      reasons: { [decision.reason]: 1 },
      note: text,
      dueAt: iso(after(ctx.now(), appealTerm)),
      decision: id,
      decidedBy: decision.by,
      // Each of those whose votes were set aside appeals for their own.
      ...(decision.votes && { appellant: actor.id }),
    });
    await transact(ctx, [...appealParts(ctx, decision, text), ...newItemParts(item)]);
  });
  return getDecision(ctx, id);
}
