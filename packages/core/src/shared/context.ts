/** The first argument of every use case: who asks, when, with which tools. */

import { AppError } from './app-error.ts';
import type { PersonId } from './ids.ts';
import type { Membership } from './membership.ts';
import type { GrantedRole, ModeratorScope, Role } from './role.ts';
import type { Db, Item, Key } from './table.ts';

export type PersonActor = {
  kind: 'person';
  id: PersonId;
  name: string;
  roles: readonly GrantedRole[];
  memberships: readonly Membership[];
  /** To what they are limited as a moderator. */
  scope?: ModeratorScope;
  /** How sure we are of the person: an e-mail address, or an electronic identity. */
  assurance: 'email' | 'eid';
  /** By decisions of moderators: until when they write less often, and until when nothing. They may be over. */
  limitedUntil?: string;
  suspendedUntil?: string;
};

export type Actor = { kind: 'anonymous' } | { kind: 'system'; name: string } | PersonActor;

export type Log = {
  info(code: string, data?: Record<string, unknown>): void;
  warn(code: string, data?: Record<string, unknown>): void;
  error(code: string, data?: Record<string, unknown>): void;
};

export type Ctx = {
  actor: Actor;
  /** The clock; injected so that tests and imports choose the time. */
  now(): Date;
  /** Random numbers for ids; imports and the demo seed set their own, which are the same each time. */
  random?: () => number;
  db: Db;
  log: Log;
  /** The id of the request, or of the run of a job; every item written carries it. */
  requestId: string;
  /** The client's `Idempotency-Key`, if it sent one. */
  idempotencyKey?: string;
  /** An item that was read strongly in one call with the session, for the first read of it. */
  readAhead?: { key: Key; item: Item | undefined };
};

/** The signed-in person, or throws `not_signed_in`. */
export function requirePerson(ctx: Ctx): PersonActor {
  if (ctx.actor.kind !== 'person') throw new AppError('not_signed_in');
  return ctx.actor;
}

/** All roles the actor holds, given and derived. */
export function rolesOf(actor: Actor): Role[] {
  if (actor.kind !== 'person') return [];
  const held: Role[] = ['citizen', ...actor.roles];
  const memberships = actor.memberships.filter(({ suspended }) => !suspended);
  if (memberships.length > 0) held.push('organisation-member');
  if (memberships.some((membership) => membership.kind === 'agency')) held.push('agency-officer');
  return held;
}

/** Whether the actor holds one of `wanted`. */
export function hasRole(actor: Actor, ...wanted: Role[]): boolean {
  const held = rolesOf(actor);
  return wanted.some((role) => held.includes(role));
}
