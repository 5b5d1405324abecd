/**
 * Hiding a subject from readers, and showing it again where it was. What happened meanwhile stays: an end that came is
 * applied, and nobody took part.
 */
import type { Part } from '../db/transact.ts';
import { eventPart } from '../event/repo.ts';
import type { Actor, Ctx } from '../shared/context.ts';
import type { ErrorCode } from '../shared/errors.ts';
import { type Id, kindOf } from '../shared/ids.ts';
import type { SubjectKind } from '../subject/kinds.ts';
import { dueMoveOf, type MoveEvent, type MoveOf, moveSpec } from '../subject/moves.ts';
import { countAboveParts, moderatedAboveParts } from './answer.ts';
import { dueReason } from './close.ts';
import { destinationOf, isOverdue, moveParts } from './move.ts';
import { changeBodyPart } from './repo.ts';
import type { Card, Moderated, ModeratedFields } from './schema.ts';

type Hideable<Kind extends SubjectKind> = Card & ModeratedFields & { id: Id<Kind> };

/** The parts that hide a subject: also from the count of what it answers. Refused like any move. */
export function hideParts<Kind extends SubjectKind>(
  ctx: Ctx,
  card: Hideable<Kind>,
  hidden: Moderated,
  refused: ErrorCode,
): Part[] {
  const facts = { hiddenFor: hidden.reason } as never;
  return [
    ...moveParts(ctx, card, 'hide' as MoveOf<Kind>, { fields: { hidden }, facts, refused }),
    ...countAboveParts(ctx, card, card.status, -1),
    ...moderatedAboveParts(card),
  ];
}

/** The parts that show a hidden subject again, in the status it left. Refused like any move. */
export function restoreParts<Kind extends SubjectKind>(ctx: Ctx, card: Hideable<Kind>, refused: ErrorCode): Part[] {
  const move = 'restore' as MoveOf<Kind>;
  const status = destinationOf(card, move, ctx.now());
  return [
    ...moveParts(ctx, card, move, { refused }),
    ...countAboveParts(ctx, card, status, 1),
    ...closedMeanwhileParts(ctx, card, card.left),
  ];
}

const byItself: Actor = { kind: 'system', name: 'close-due' };

/** What the job would have written, had the subject been in the status it `left` when its end came; nothing before that. */
export function closedMeanwhileParts(ctx: Ctx, card: Card, left: string | null | undefined): Part[] {
  if (!left || !isOverdue({ ...card, status: left }, ctx.now())) return [];
  const kind = kindOf(card.id);
  const event = moveSpec(kind, dueMoveOf(kind)!).event as MoveEvent;
  const told = eventPart({ ...ctx, actor: byItself }, card.id, event, { reason: dueReason } as never, null);
  return [changeBodyPart(card.id, { closeReason: dueReason }), told];
}
