/** Closing a subject, by hand or because its closing date has come: voting, comments and answers end. */
import { type Part, transact } from '../db/transact.ts';
import type { Ctx } from '../shared/context.ts';
import type { ErrorCode } from '../shared/errors.ts';
import { type Id, kindOf, type SubjectId } from '../shared/ids.ts';
import { hasCome, iso } from '../shared/time.ts';
import type { SubjectKind } from '../subject/kinds.ts';
import { dueMoveOf, type MoveOf } from '../subject/moves.ts';
import { assertMove, despiteEdits, moveParts } from './move.ts';
import { changeBodyPart } from './repo.ts';
import type { Card } from './schema.ts';
import { requireCard } from './service.ts';

/** Why a subject is closed whose closing date has come. */
export const dueReason = 'Đã đến ngày kết thúc';

/** The parts of a move that closes a subject, with its reason; refused like any move. */
export function closeParts<Kind extends SubjectKind>(
  ctx: Ctx,
  card: Card & { id: Id<Kind> },
  move: MoveOf<Kind>,
  { reason, refused }: { reason: string; refused: ErrorCode },
): Part[] {
  const closesAt = endWhenClosed(card, ctx.now());
  return [
    ...moveParts(ctx, card, move, { fields: { closesAt }, facts: { reason }, refused }),
    changeBodyPart(card.id, { closeReason: reason }),
  ];
}

/** Its end once it is closed at `now`, which answers copy as their end of voting: the closing date, or that moment if it is earlier. */
export function endWhenClosed({ closesAt }: Pick<Card, 'closesAt'>, now: Date): string {
  return closesAt && hasCome(closesAt, now) ? closesAt : iso(now);
}

/**
 * Closes a subject whose closing date has come, by the move that its kind has for that.
 * @throws its kind's `…_not_found`, version_conflict when it was closed by hand meanwhile
 */
export async function closeDue(ctx: Ctx, id: SubjectId): Promise<void> {
  const move = dueMoveOf(kindOf(id));
  if (!move) throw new TypeError(`${id} has no move for its end`);
  await despiteEdits(async () => {
    const card = await requireCard(ctx, id, { consistent: true });
    assertMove(ctx.actor, card, move, 'version_conflict');
    await transact(ctx, closeParts(ctx, card, move, { reason: dueReason, refused: 'version_conflict' }));
  });
}
