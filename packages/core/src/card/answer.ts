/** Subjects that answer another, their parent: the writes that make them public below it, and that take them away. */
import { cardKey } from '../db/keys.ts';
import { type Part, setPart } from '../db/transact.ts';
import { eventPart } from '../event/repo.ts';
import { AppError } from '../shared/app-error.ts';
import type { Ctx } from '../shared/context.ts';
import type { ErrorCode } from '../shared/errors.ts';
import { type Id, kindOf, type SubjectId } from '../shared/ids.ts';
import { type Counter, type SubjectKind, specOf } from '../subject/kinds.ts';
import { type MoveEvent, type MoveOf, moveSpec } from '../subject/moves.ts';
import { countPart } from '../tally/repo.ts';
import { inheritedFrom } from './inherited.ts';
import { moveParts, voiceOf } from './move.ts';
import { changeBodyPart, findWhole, splitFields, subjectNotFound } from './repo.ts';
import { maySee } from './rules.ts';
import type { Card } from './schema.ts';
import { hasListedStatus, isLive, parentOf } from './status.ts';

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
 * more answers; without `closed` the parent may have ended: the answer was handed in before.
 */
export function joinParentParts<Kind extends SubjectKind, Parent extends Card>(
  ctx: Ctx,
  card: Answer<Kind>,
  parent: Parent,
  move: MoveOf<Kind>,
  { refused, closed }: { refused: ErrorCode; closed?: ErrorCode },
): Part[] {
  const inherited = splitFields(inheritedFrom(parent));
  const joining = { ...countOf(card, parent.id), amount: 1, at: ctx.now() } as const;
  const counted = closed
    ? countPart(ctx, { ...joining, openUntil: parent.closesAt }, () => new AppError(closed))
    : countPart(ctx, joining);
  return [
    ...moveParts(ctx, card, move, { fields: inherited.card, facts: { title: card.title }, refused }),
    changeBodyPart(card.id, inherited.body),
    counted,
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

/**
 * The part that adds a public answer to the count of its parent, or takes it away: while it is in a listed `status` it is
 * counted, and in no other.
 */
export function countAboveParts(ctx: Ctx, card: Card, status: string, amount: 1 | -1): Part[] {
  const parent = parentOf(card);
  if (parent === null || card.publishedAt === null || !hasListedStatus({ ...card, status })) return [];
  return [countPart(ctx, { ...countOf(card, parent), amount, at: new Date(card.publishedAt) })];
}

/** The parts that tell what a card answers, or was merged into, that moderators did something to it: their timelines name it. */
export function moderatedAboveParts(card: Card): Part[] {
  const above = [parentOf(card), card.mergedInto as SubjectId | null | undefined].filter((id) => id != null);
  const exists = { expression: 'attribute_exists(pk)', values: {} };
  return above.map((id) => setPart(cardKey(id), { answersModerated: true }, exists));
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
  const spec = moveSpec(kind, move);
  const facts = { [kind]: card.id, title: card.title } as never;
  const { as, organisation } = voiceOf(ctx, card, spec);
  return eventPart(as, parent, spec.event as MoveEvent, facts, organisation);
}
