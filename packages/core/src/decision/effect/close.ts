/** `close`: moderators end what people take part in, before its time. */
import { closeParts, endWhenClosed } from '../../card/close.ts';
import { moveParts } from '../../card/move.ts';
import { changeBodyPart } from '../../card/repo.ts';
import type { Card } from '../../card/schema.ts';
import { kindOf } from '../../shared/ids.ts';
import { hasCome } from '../../shared/time.ts';
import type { SubjectKind } from '../../subject/kinds.ts';
import { type MoveOf, movesOf } from '../../subject/moves.ts';
import { type Effect, nothingToUndo } from './effect.ts';

const refused = 'action_not_possible';
/** Told on the timeline. */
const overturned = 'Kết quả kiểm duyệt đã được thay đổi sau khi xem xét lại';

export const close: Effect = {
  isPossible: ({ content: { card, comment } }) =>
    !comment && !card.mergedInto && moveBetween(card, 'closed') !== undefined,
  parts(ctx, { content: { card } }, { note = '' }) {
    const move = moveBetween(card, 'closed')!;
    const undo = { before: { closesAt: card.closesAt }, after: { closesAt: endWhenClosed(card, ctx.now()) } };
    return { parts: closeParts(ctx, card, move, { reason: note, refused }), ...(card.status === 'open' && { undo }) };
  },
  /** Only what was open opens again: where it was closed by its makers or opened meanwhile, or its own end has come, it stays. */
  undo(ctx, { content: { card } }, { undo }) {
    const { closesAt = null } = undo?.before ?? {};
    const isAsLeft = undo && card.status === 'closed' && card.closesAt === undo.after.closesAt;
    if (!isAsLeft || (closesAt && hasCome(closesAt, ctx.now()))) return nothingToUndo;
    const move = moveBetween(card, 'open')!;
    const reopened = moveParts(ctx, card, move, { fields: { closesAt }, facts: { reason: overturned }, refused });
    return { parts: [...reopened, changeBodyPart(card.id, { closeReason: null })], complete: true };
  },
};

/** The move of moderators by which a subject leaves its status for `to`. */
function moveBetween({ id, status }: Pick<Card, 'id' | 'status'>, to: string): MoveOf<SubjectKind> | undefined {
  const moves = movesOf(kindOf(id));
  const found = moves.find(([, spec]) => spec.to === to && spec.from.includes(status) && spec.by.includes('moderator'));
  return found?.[0] as MoveOf<SubjectKind> | undefined;
}
