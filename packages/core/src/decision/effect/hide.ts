/** `hide` and `restore`: content leaves the readers' sight, and comes back where it was. */
import { hideParts, restoreParts } from '../../card/hide.ts';
import { EditedMeanwhile } from '../../card/move.ts';
import type { Moderated } from '../../card/schema.ts';
import { hideCommentParts, restoreCommentParts } from '../../comment/repo.ts';
import type { Part } from '../../db/transact.ts';
import type { Ctx } from '../../shared/context.ts';
import { kindOf } from '../../shared/ids.ts';
import { iso } from '../../shared/time.ts';
import { canMove } from '../../subject/moves.ts';
import type { DecidedContent } from '../content.ts';
import { type Effect, nothingToUndo } from './effect.ts';

const edited = () => new EditedMeanwhile();

export const hide: Effect = {
  isPossible: ({ content: { card, comment } }) =>
    comment ? comment.status === 'visible' : card.publishedAt !== null && canMove(kindOf(card.id), card.status, 'hide'),
  parts(ctx, { content: { card, comment } }, { decision, reason }) {
    const hidden: Moderated = { reason, at: iso(ctx.now()), decision };
    return {
      parts: comment
        ? hideCommentParts(ctx, comment, hidden, edited)
        : hideParts(ctx, card, hidden, 'action_not_possible'),
    };
  },
  undo(ctx, { content }, { id }) {
    const { hidden } = content.comment ?? content.card;
    return hidden?.decision === id ? { parts: shownAgain(ctx, content), complete: true } : nothingToUndo;
  },
};

export const restore: Effect = {
  isPossible: ({ content: { card, comment } }) =>
    comment ? comment.status === 'hidden' : card.status === 'hidden' && Boolean(card.left),
  parts: (ctx, { content }) => ({ parts: shownAgain(ctx, content) }),
};

function shownAgain(ctx: Ctx, { card, comment }: DecidedContent): Part[] {
  return comment ? restoreCommentParts(ctx, comment, edited) : restoreParts(ctx, card, 'action_not_possible');
}
