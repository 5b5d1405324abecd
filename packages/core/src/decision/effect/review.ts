/** `approve` and `return`: a post that waits for moderators is published, or goes back to be mended. */
import { joinParentParts } from '../../card/answer.ts';
import { EditedMeanwhile, moveParts } from '../../card/move.ts';
import { findWhole } from '../../card/repo.ts';
import type { Card } from '../../card/schema.ts';
import { parentOf } from '../../card/status.ts';
import { publishCommentParts, returnCommentPart } from '../../comment/repo.ts';
import { isTheirsAlone } from '../../report/rules.ts';
import { AppError } from '../../shared/app-error.ts';
import type { Ctx } from '../../shared/context.ts';
import { iso } from '../../shared/time.ts';
import type { Effect } from './effect.ts';

const refused = 'action_not_possible';
const edited = () => new EditedMeanwhile();

/** What does not wait stays as it is: then the item is done with it, and nothing else. What was sent back waits for its author. */
export const approve: Effect = {
  isPossible: ({ content }) => !isTheirsAlone(content),
  async parts(ctx, { content: { card, comment } }) {
    if (comment) return { parts: comment.status === 'pending' ? publishCommentParts(ctx, comment, edited) : [] };
    if (card.status !== 'pending') return { parts: [] };
    const parent = await parentTo(ctx, card);
    if (parent) return { parts: joinParentParts(ctx, card, parent, 'approve', { refused }) };
    return { parts: moveParts(ctx, card, 'approve', { facts: { title: card.title }, refused }) };
  },
};

/** The version of the text is kept, so that one mended meanwhile is not thrown back. */
export const back: Effect = {
  isPossible: ({ content: { card, comment } }) => (comment ?? card).status === 'pending',
  parts(ctx, { content: { card, comment } }, { decision, reason }) {
    if (!comment) return { parts: moveParts(ctx, card, 'return', { refused }) };
    return { parts: [returnCommentPart(comment, { reason, at: iso(ctx.now()), decision }, edited)] };
  },
};

/** What it answers, with its pin, which it inherits. */
async function parentTo(ctx: Ctx, card: Card): Promise<Card | undefined> {
  const id = parentOf(card);
  if (!id) return undefined;
  const whole = await findWhole(ctx, id, { consistent: true });
  if (!whole) throw new AppError(refused);
  return whole.card;
}
