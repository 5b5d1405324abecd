/** Who may see and edit a subject, and when it may end. Pure. */
import { AppError } from '../shared/app-error.ts';
import { type Actor, type Ctx, hasRole, type PersonActor } from '../shared/context.ts';
import { kindOf, type OrganisationId } from '../shared/ids.ts';
import { after, day } from '../shared/time.ts';
import type { SubjectKind } from '../subject/kinds.ts';
import { isCast } from '../viewer/rules.ts';
import { isMaker } from './maker.ts';
import type { Card, Moderated, ModeratedFields } from './schema.ts';
import { isModerated, isPublic, isTakenAway } from './status.ts';

/** The fields that decide who sees a card, and what may be done with it. */
type Seen = Pick<Card, 'id' | 'status' | 'author' | 'organisation' | 'publishedAt'>;

/**
 * Whether the actor sees a subject; `parent` is what it answers. What a parent hides, its answers are hidden by: only those
 * who see the parent see them, and those who made them.
 */
export function maySee(actor: Actor, card: Seen, parent?: Seen): boolean {
  if (actor.kind === 'system' || isMaker(actor, card)) return true;
  if (parent && !maySee(actor, parent)) return false;
  return isPublic(card) || (isModerated(card) && hasRole(actor, 'moderator', 'administrator'));
}

/** What is left for readers of what moderators hid: what kind of thing it was, why and when; no title, no text, no name. */
export type Stub = { kind: SubjectKind } & Pick<Moderated, 'reason' | 'at'>;

/**
 * The stub of a subject that was hidden, or is hidden with what it answers; undefined for what never was public: nobody is
 * told of drafts.
 */
export function stubOf(card: Seen & ModeratedFields, parent?: Seen & ModeratedFields): Stub | undefined {
  if (card.publishedAt === null) return undefined;
  const taken = [card, parent].find((one) => one?.hidden && isTakenAway(one));
  return taken?.hidden ? { kind: kindOf(taken.id), reason: taken.hidden.reason, at: taken.hidden.at } : undefined;
}

/** The organisation the person acts for. @throws not_organisation_member, organisation_suspended */
export function organisationFor(actor: PersonActor, id: OrganisationId | null) {
  if (id === null) return null;
  const membership = actor.memberships.find((candidate) => candidate.id === id);
  if (!membership || membership.role === 'member') throw new AppError('not_organisation_member');
  if (membership.suspended) throw new AppError('organisation_suspended');
  return { id: membership.id, name: membership.name, kind: membership.kind };
}

/**
 * What stands in an organisation's name is neither published nor edited by its members while it is suspended, not even by who wrote it;
 * they can still take it back or close it. @throws organisation_suspended
 */
export function assertVoice(actor: Actor, { organisation }: Pick<Card, 'organisation'>): void {
  if (actor.kind !== 'person' || !organisation) return;
  const membership = actor.memberships.find(({ id }) => id === organisation.id);
  if (membership?.suspended) throw new AppError('organisation_suspended');
}

/** What the reader did and may do; undefined for those not signed in. */
export function viewerOf(ctx: Ctx, card: Card, vote: unknown, follow: unknown) {
  if (ctx.actor.kind !== 'person') return undefined;
  return { supported: isCast(vote), following: follow !== undefined, mayEdit: isMaker(ctx.actor, card) };
}

const farthestClosing = 730 * day;

/** @throws closing_date_invalid unless it lies ahead, at most two years */
export function assertClosingDate(closesAt: string | null | undefined, now: Date): void {
  if (!closesAt) return;
  const at = new Date(closesAt).getTime();
  if (at <= now.getTime() || at > after(now, farthestClosing).getTime()) {
    throw new AppError('closing_date_invalid', {
      fields: [{ path: '/closesAt', code: 'closing_date_invalid', message: closesAt }],
    });
  }
}
