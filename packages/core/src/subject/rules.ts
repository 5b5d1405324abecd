/** Who may see, edit and use a subject. Pure. */

import { AppError } from '../shared/app-error.ts';
import type { Actor, Ctx, PersonActor } from '../shared/context.ts';
import { hasRole } from '../shared/context.ts';
import type { OrganisationId } from '../shared/ids.ts';
import type { Card } from './repo.ts';

/** Statuses only its makers and moderators see. */
const unseen: readonly string[] = ['draft', 'pending', 'hidden'];

/** Whether the actor made it, or edits for the organisation it was made for. */
export function isMaker(actor: Actor, card: Card): boolean {
  if (actor.kind !== 'person') return false;
  if (actor.id === card.author.id) return true;
  return actor.memberships.some(
    (membership) => membership.id === card.organisation?.id && membership.role !== 'member',
  );
}

export function maySee(actor: Actor, card: Card): boolean {
  // A draft that was withdrawn was never public, and does not become so.
  if (card.status === 'withdrawn' && card.publishedAt === null) return actor.kind === 'system' || isMaker(actor, card);
  if (!unseen.includes(card.status)) return true;
  if (actor.kind === 'system') return true;
  return isMaker(actor, card) || (card.status !== 'draft' && hasRole(actor, 'moderator', 'administrator'));
}

/** Whether people may vote, comment and answer: it is open, or submitted, and its end has not come. */
export function isLive(card: Card, now: Date): boolean {
  const live = card.status === 'open' || card.status === 'submitted';
  return live && (card.closesAt === null || card.closesAt > now.toISOString());
}

/** The organisation the person acts for. @throws not_organisation_member */
export function organisationFor(actor: PersonActor, id: OrganisationId | null) {
  if (id === null) return null;
  const membership = actor.memberships.find((candidate) => candidate.id === id);
  if (!membership || membership.role === 'member') throw new AppError('not_organisation_member');
  return { id: membership.id, name: membership.name, kind: membership.kind };
}

/** @throws version_conflict with the current version when `version` is not it */
export function assertVersion(card: Card, version: number): void {
  if (card.version !== version) throw versionConflict(card.version);
}

export function versionConflict(currentVersion: unknown): AppError {
  return new AppError('version_conflict', { data: { currentVersion } });
}

/** What the reader did and may do; undefined for those not signed in. */
export function viewerOf(ctx: Ctx, card: Card, vote: unknown, follow: unknown) {
  if (ctx.actor.kind !== 'person') return undefined;
  return { supported: vote !== undefined, following: follow !== undefined, mayEdit: isMaker(ctx.actor, card) };
}
