/** Subjects that answer another, their parent: the writes that make them public below it, and that take them away. */
import type { Part } from '../db/transact.ts';
import { eventPart } from '../event/repo.ts';
import { AppError } from '../shared/app-error.ts';
import type { Ctx } from '../shared/context.ts';
import type { ErrorCode } from '../shared/errors.ts';
import { type Id, kindOf, type SubjectId } from '../shared/ids.ts';
import { type Counter, type SubjectKind, specOf } from '../subject/kinds.ts';
import { type MoveEvent, type MoveOf, moveSpec } from '../subject/moves.ts';
import { countPart } from '../tally/repo.ts';
import { inheritedFrom } from './inherited.ts';
import { spokenFor } from './maker.ts';
import { moveParts } from './move.ts';
import { changeBodyPart, findWhole, splitFields, subjectNotFound } from './repo.ts';
import { maySee } from './rules.ts';
import type { Card } from './schema.ts';
import { isLive, parentOf } from './status.ts';

type Answer<Kind extends SubjectKind> = Card & { id: Id<Kind> };

/**
 * The subject to be answered, with its pin, if it is open for answers. Read strongly.
 * @throws its kind's `…_not_found`, or `closed`
 */
export async function requireLiveParent<Parent extends Card>(
  ctx: Ctx,
  id: Parent['id'],
  closed: ErrorCode,
): Promise<Parent> {
  const whole = await findWhole<Parent>(ctx, id, { consistent: true });
  if (!whole || !maySee(ctx.actor, whole.card)) throw subjectNotFound(id);
  if (!isLive(whole.card, ctx.now())) throw new AppError(closed);
  return whole.card;
}

/**
 * The parts of a move by which an answer becomes public: it inherits the parent's current values, is counted on the parent,
 * and is added to the parent's timeline. Refused with `refused` like any move, and with `closed` when the parent accepts no
 * more answers.
 */
export function joinParentParts<Kind extends SubjectKind, Parent extends Card>(
  ctx: Ctx,
  card: Answer<Kind>,
  parent: Parent,
  move: MoveOf<Kind>,
  { refused, closed }: { refused: ErrorCode; closed: ErrorCode },
): Part[] {
  const inherited = splitFields(inheritedFrom(parent));
  const joining = { ...countOf(card, parent.id), amount: 1, at: ctx.now(), openUntil: parent.closesAt } as const;
  return [
    ...moveParts(ctx, card, move, { fields: inherited.card, facts: { title: card.title }, refused }),
    changeBodyPart(card.id, inherited.body),
    countPart(ctx, joining, () => new AppError(closed)),
    toldAbove(ctx, card, parent.id, move),
  ];
}

/** The parts of a move by which an answer leaves its parent: if it was public, the count goes down and the timeline gets an event. */
export function leaveParentParts<Kind extends SubjectKind>(
  ctx: Ctx,
  card: Answer<Kind>,
  move: MoveOf<Kind>,
  refused: ErrorCode,
): Part[] {
  const parts = moveParts(ctx, card, move, { facts: { title: card.title }, refused });
  const parent = parentOf(card);
  if (card.publishedAt === null || parent === null) return parts;
  const leaving = { ...countOf(card, parent), amount: -1, at: new Date(card.publishedAt) } as const;
  return [...parts, countPart(ctx, leaving), toldAbove(ctx, card, parent, move)];
}

/** What an answer is counted as. */
function countOf(card: Card, parent: SubjectId) {
  return { subject: parent, person: card.author.id, counter: specOf(kindOf(card.id)).path as Counter };
}

/** The event of the move on the parent's timeline. */
function toldAbove<Kind extends SubjectKind>(
  ctx: Ctx,
  card: Answer<Kind>,
  parent: SubjectId,
  move: MoveOf<Kind>,
): Part {
  const kind = kindOf(card.id) as Kind;
  const { event } = moveSpec(kind, move);
  const facts = { [kind]: card.id, title: card.title } as never;
  return eventPart(ctx, parent, event as MoveEvent, facts, spokenFor(ctx.actor, card));
}
