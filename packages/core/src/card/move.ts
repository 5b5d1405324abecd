/**
 * Writes cards: edits, and the moves of `subject/moves.ts`. Only a move writes a status. In one transaction it sets the status
 * on the condition of the one it leaves, appends its event, and ends support and comments, or opens them again, if its entry
 * says so.
 */
import { answersPartition, bodyKey, byPartition, cardKey, madeKey } from '../db/keys.ts';
import type { Condition } from '../db/set-input.ts';
import { type Part, putNew, StaleRead, setPart } from '../db/transact.ts';
import { eventPart, moderators, publicationPart } from '../event/repo.ts';
import { assertNamed } from '../person/rules.ts';
import { AppError } from '../shared/app-error.ts';
import { type Actor, type Ctx, hasRole } from '../shared/context.ts';
import type { ErrorCode } from '../shared/errors.ts';
import { type Id, kindOf, type SubjectId } from '../shared/ids.ts';
import { hasCome, iso } from '../shared/time.ts';
import { versionConflict } from '../shared/version.ts';
import { type Counter, type SubjectKind, statusSpec } from '../subject/kinds.ts';
import {
  canMove,
  dueMoveOf,
  type FactsOf,
  type MoveEvent,
  type MoveOf,
  type Mover,
  type MoveSpec,
  moveSpec,
} from '../subject/moves.ts';
import { votingEndParts, votingOverParts } from '../tally/repo.ts';
import type { BodyText } from './body-text.ts';
import { isMaker, spokenFor } from './maker.ts';
import type { Card, ModeratedFields } from './schema.ts';
import { showingParts } from './showing.ts';
import { parentOf } from './status.ts';
import { coverFields, noCounts, storedImage } from './stored.ts';

type CardOf<Kind extends SubjectKind> = Card & { id: Id<Kind> };

/** The facts in the event of a move, beside who and when; none for a move without an event. */
type Facts = Partial<FactsOf<MoveEvent>>;

/**
 * What goes with a move. `ending` are the parts that end voting, where they have to hold more than that; `also` is what else must hold of
 * the card.
 */
type Moving = {
  fields?: Record<string, unknown>;
  facts?: Facts;
  refused: Refused;
  ending?: readonly Part[];
  also?: Condition;
};

/** What a refused write means: the code for having left the status, or a function that makes the error. */
type Refused = ErrorCode | NonNullable<Part['refused']>;

/** Thrown by a change that `despiteEdits` runs: what it read has been edited since. */
export class EditedMeanwhile extends StaleRead {}

const mostEdits = 8;

/**
 * Runs a change that names no version (submit, withdraw, close, delete), from reading to writing. It runs again when an edit
 * came in between, as the person named no version and could do nothing about it; also when the tally grew.
 * @throws busy when the edits do not end, and what `change` throws
 */
export async function despiteEdits<Result>(change: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await change();
    } catch (error) {
      if (!(error instanceof StaleRead)) throw error;
      if (attempt === mostEdits) throw new AppError('busy', { cause: error });
    }
  }
}

/**
 * Checks that the actor may make the move, and that the subject is in a status it leaves.
 * @throws not_signed_in, not_allowed, or `refused` when it has left that status
 */
export function assertMove<Kind extends SubjectKind>(
  actor: Actor,
  card: CardOf<Kind>,
  move: MoveOf<Kind>,
  refused: ErrorCode,
): void {
  if (actor.kind === 'anonymous') throw new AppError('not_signed_in');
  const kind = kindOf(card.id) as Kind;
  const { by } = moveSpec(kind, move);
  if (!by.some((mover) => isMover(actor, card, mover))) throw new AppError('not_allowed');
  if (!canMove(kind, card.status, move)) throw new AppError(refused);
}

function isMover(actor: Actor, card: Card, mover: Mover): boolean {
  if (mover === 'maker') return isMaker(actor, card);
  if (mover === 'moderator') return hasRole(actor, 'moderator', 'administrator');
  return actor.kind === 'system';
}

/**
 * The parts of a move: the status with `fields`, the event, and the end of support and comments, or their new end. The write is refused
 * with the code `refused` when the subject has left the status meanwhile, and with `EditedMeanwhile` when it was only edited.
 * @throws name_required when it publishes, for somebody who has chosen no name
 */
export function moveParts<Kind extends SubjectKind>(
  ctx: Ctx,
  card: CardOf<Kind>,
  move: MoveOf<Kind>,
  { fields = {}, facts = {}, refused, ending, also }: Moving,
): Part[] {
  const kind = kindOf(card.id) as Kind;
  const spec = moveSpec(kind, move);
  if (!canMove(kind, card.status, move))
    throw new TypeError(`${move} does not leave ${card.status}: assertMove refuses it`);
  if (spec.publishes && !spec.names) assertNamed(ctx.actor);
  const now = iso(ctx.now());
  const published = spec.publishes && { ...authorNow(ctx.actor, card), publishedAt: now };
  const status = destinationOf(card, move, ctx.now());
  // To be hidden and shown again is no edit.
  const updatedAt = spec.remembers || spec.undoes ? undefined : now;
  const change = { ...kept(card, spec), ...fields, status, updatedAt, ...published };
  const reopens = spec.reopens && statusSpec(kind, status).live;
  return [
    cardPart(card, change, typeof refused === 'string' ? leftOrEdited(card, refused) : refused, also),
    ...(spec.ends ? (ending ?? votingOverParts(ctx, card.id)) : []),
    ...(reopens ? votingEndParts(ctx, card.id, spec.undoes ? card.closesAt : newEndIn(fields)) : []),
    ...eventParts(ctx, card, spec, facts),
  ];
}

/**
 * The status a move leads a subject to. One that undoes another leads back to where that one left it; if the end that the
 * subject had there has come meanwhile, to where the system would have moved it then.
 */
export function destinationOf<Kind extends SubjectKind>(
  card: CardOf<Kind> & ModeratedFields,
  move: MoveOf<Kind>,
  now: Date,
): string {
  const kind = kindOf(card.id) as Kind;
  const { to, undoes } = moveSpec(kind, move);
  if (to) return to;
  const left = card[moveSpec(kind, undoes as MoveOf<Kind>).remembers!];
  if (!left) throw new TypeError(`${card.id} does not know what it left: ${move} undoes ${undoes}`);
  return isOverdue({ ...card, status: left }, now) ? moveSpec(kind, dueMoveOf(kind)!).to! : left;
}

/** Whether its end has come, and the system moves it then. */
export function isOverdue(card: Pick<Card, 'id' | 'status' | 'closesAt'>, now: Date): boolean {
  const kind = kindOf(card.id);
  const isDue = dueMoveOf(kind) !== undefined && statusSpec(kind, card.status).live === true;
  return isDue && card.closesAt !== null && hasCome(card.closesAt, now);
}

/** What a card remembers of the status it leaves. What is not hidden or merged any more does not say why it was. */
function kept({ status, left }: Card & ModeratedFields, { remembers }: MoveSpec): ModeratedFields {
  return {
    ...(left && { left: null }),
    ...(status === 'hidden' && { hidden: null }),
    ...(status === 'merged' && remembers === undefined && notMerged),
    ...(remembers && { [remembers]: status }),
  };
}

/** The fields of a card that nothing was merged with. */
export const notMerged = {
  merged: null,
  mergedInto: null,
  unmergesTo: null,
} as const;

/** The end that a move sets by which people take part again. @throws TypeError when it sets none: a fault of ours */
function newEndIn(fields: Record<string, unknown>): string | null {
  const { closesAt } = fields as { closesAt?: string | null };
  if (closesAt === undefined) throw new TypeError('a move that opens a subject again sets its end');
  return closesAt;
}

/** Authors often choose their name while they publish a draft; the queue that renames what they wrote comes later. */
function authorNow(actor: Actor, { author }: Card): Partial<Pick<Card, 'author'>> {
  return actor.kind === 'person' && actor.id === author.id ? { author: { id: actor.id, name: actor.name } } : {};
}

/** What an edit may set: anything but the status, which only moves change. */
export type CardChange = Record<string, unknown> & { status?: never };

/** A part that changes a card, conditional on the version and the status it was read at. @throws version_conflict, when it is written */
export function changeCardPart(card: Card, change: CardChange): Part {
  return cardPart(card, change, (found) => versionConflict(found?.version));
}

/** As `changeCardPart`, for changes that `despiteEdits` runs. @throws EditedMeanwhile, when it is written */
export function alterCardPart(card: Card, change: CardChange): Part {
  return cardPart(card, change, () => new EditedMeanwhile());
}

/** A part that sets fields of a card, a status among them. */
function cardPart(card: Card, change: Record<string, unknown>, refused: Part['refused'], also?: Condition): Part {
  const condition = {
    expression: ['#version = :version', '#status = :status', ...(also ? [also.expression] : [])].join(' AND '),
    names: { '#version': 'version', '#status': 'status', ...also?.names },
    values: { ':version': card.version, ':status': card.status, ...also?.values },
  };
  const part = setPart(cardKey(card.id), { ...change, version: card.version + 1 }, condition, refused);
  const isPublic = card.publishedAt !== null || change.publishedAt != null;
  return isPublic ? { ...part, changed: card.id } : part;
}

/** The error of a refused move: the subject has left the status it was read in, or was only edited. */
function leftOrEdited(card: Card, left: ErrorCode): NonNullable<Part['refused']> {
  return (found) => (found?.status === card.status ? new EditedMeanwhile() : new AppError(left));
}

/** A new subject, without the fields that its first move and the time set. */
export type NewCard<C extends Card> = Omit<
  C,
  'status' | Counter | 'version' | 'createdAt' | 'updatedAt' | 'publishedAt'
>;

/** The parts that store a new subject with its first move, one whose `from` is `null`. @throws name_required as above */
export function newSubjectParts<Kind extends SubjectKind, C extends CardOf<Kind>>(
  ctx: Ctx,
  fields: NewCard<C>,
  text: BodyText,
  move: MoveOf<Kind>,
): Part[] {
  const kind = kindOf(fields.id) as Kind;
  const spec = moveSpec(kind, move);
  if (!canMove(kind, null, move)) throw new TypeError(`${kind} does not begin with ${move}`);
  if (spec.publishes) assertNamed(ctx.actor);
  const now = iso(ctx.now());
  const { images, point, ...written } = fields as NewCard<Card>;
  const card = {
    ...written,
    status: spec.to!,
    counts: noCounts,
    ...(images.length > 0 && coverFields(images)),
    version: 1,
    createdAt: now,
    updatedAt: now,
    publishedAt: spec.publishes ? now : null,
  };
  const keys = { ...cardKey(card.id), gsi1pk: byPartition(card.author.id, kind), gsi1sk: card.id, ...answerKeys(card) };
  const changed = spec.publishes && card.id;
  return [
    { ...putNew({ ...keys, ...card }), ...(changed && { changed }) },
    putNew({
      ...bodyKey(card.id),
      ...text,
      ...(images.length > 0 && { images: images.map(storedImage) }),
      ...(point && { point }),
    }),
    ...(card.organisation ? [putNew(madeKey(card.organisation.id, kind, card.id))] : []),
    ...showingParts(card, { before: [], after: images }),
    ...eventParts(ctx, card, spec, { title: card.title }),
  ];
}

/** The index key under which the answers to a subject are found: drafts too, as they inherit from it. */
export function answerKeys(card: { id: SubjectId }) {
  const parent = parentOf(card);
  return parent ? { gsi2pk: answersPartition(parent, kindOf(card.id)), gsi2sk: card.id } : {};
}

function eventParts(
  ctx: Ctx,
  card: Pick<Card, 'id' | 'publishedAt' | 'author' | 'organisation'>,
  spec: MoveSpec,
  facts: Facts,
): Part[] {
  const event = spec.event as MoveEvent | undefined;
  if (!event) return [];
  const { as, organisation } = voiceOf(ctx, card, spec);
  if (spec.publishes) return [publicationPart(as, card.id, event, facts as never, organisation)];
  return card.publishedAt === null ? [] : [eventPart(as, card.id, event, facts as never, organisation)];
}

/**
 * Whom the event of a move names, and in the name of which organisation. Who moves what is not theirs does so as a moderator, and is
 * not named, whatever the move.
 */
export function voiceOf(
  ctx: Ctx,
  card: Pick<Card, 'author' | 'organisation'>,
  { names }: Pick<MoveSpec, 'names'>,
): { as: Ctx; organisation: Card['organisation'] } {
  if (names === 'author') {
    const author = { kind: 'person', ...card.author, roles: [], memberships: [], assurance: 'email' } as const;
    return { as: { ...ctx, actor: author }, organisation: card.organisation };
  }
  const moderates = ctx.actor.kind === 'person' && !isMaker(ctx.actor, card);
  if (names === 'nobody' || moderates) return { as: { ...ctx, actor: moderators }, organisation: null };
  return { as: ctx, organisation: spokenFor(ctx.actor, card) };
}
