/** Use cases of one's own account, and of roles. */

import { isDeepStrictEqual } from 'node:util';
import { type Part, transact } from '../db/transact.ts';
import { AppError } from '../shared/app-error.ts';
import { type Ctx, requirePerson } from '../shared/context.ts';
import type { PersonId } from '../shared/ids.ts';
import type { Page } from '../shared/page.ts';
import type { GrantedRole, ModeratorScope } from '../shared/role.ts';
import { versionConflict } from '../shared/version.ts';
import { takePace } from '../trust/service.ts';
import { assertWard } from '../ward/service.ts';
import { isReservedName, isSameName } from './name-rule.ts';
import { changePersonPart, findPerson, findPersonId, meOf, type StoredPerson } from './repo.ts';
import { anotherHolderPart, dropHolderPart, holderPage, holderPart, rolesParts } from './role-repo.ts';
import type { Me, MeChange } from './schema.ts';

/** The signed-in person. @throws not_signed_in */
export async function getMe(ctx: Ctx): Promise<Me> {
  return meOf(await requireMe(ctx));
}

/**
 * Changes the name shown, the language or the ward.
 * @throws not_signed_in, invalid_input, ward_unknown, version_conflict, too_many_requests
 */
export async function editMe(ctx: Ctx, change: MeChange): Promise<Me> {
  const person = await requireMe(ctx);
  const { version, ...fields } = change;
  if (version !== undefined && version !== person.version) throw versionConflict(person.version);
  if (fields.ward) assertWard(fields.ward);
  if (fields.name) assertOwnName(person, fields.name);
  await takePace(ctx, 'account');
  await transact(ctx, [changePersonPart(person, fields, (found) => versionConflict(found?.version))]);
  return getMe(ctx);
}

/**
 * Nobody is called like an agency or a role of the site. Members speak in the name of their organisation by a choice of the
 * form, not by bearing its name. @throws invalid_input
 */
function assertOwnName(person: StoredPerson, name: string): void {
  const isTaken = isReservedName(name) || person.memberships.some((membership) => isSameName(membership.name, name));
  if (!isTaken) return;
  throw new AppError('invalid_input', { fields: [{ path: '/name', code: 'name_reserved', message: '' }] });
}

/** The role to give or remove, to whom, and the reason, which is stored with who did it. */
export type RoleChange = ({ email: string } | { person: PersonId }) & { role: GrantedRole; reason?: string };

/**
 * Gives a role to the person with this id or e-mail address, if they lack it. A moderator may be limited: `scope` says to what, and
 * without it nothing limits them; given again with another one, it takes its place. For administrators, and for the system. It takes
 * two people to make an administrator: `requestedBy` is the other one. `also` is written with it.
 * @throws not_allowed, person_not_found, ward_unknown, second_administrator_needed, version_conflict
 */
export async function grantRole(
  ctx: Ctx,
  change: RoleChange & { scope?: ModeratorScope; requestedBy?: PersonId },
  also: readonly Part[] = [],
): Promise<Me> {
  const person = await requirePersonForRole(ctx, change);
  const { role, scope = null } = change;
  if (role === 'administrator') assertTwo(ctx, change.requestedBy);
  for (const ward of scope?.wards ?? []) assertWard(ward);
  const isLimited = role === 'moderator' && !isDeepStrictEqual(scope, person.scope ?? null);
  if (person.roles.includes(role) && !isLimited) return meOf(person);
  const roles = [...new Set([...person.roles, role])];
  const limits = role === 'moderator' ? { scope } : {};
  const parts = rolesParts(ctx, person, { roles, ...limits }, 'role_granted', change);
  await transact(ctx, [...parts, holderPart(ctx, role, person.id), ...also]);
  return meOf({ ...person, roles, ...limits, version: person.version + 1 });
}

/** @throws second_administrator_needed, unless somebody else has asked for it; the system is an operator's command */
function assertTwo({ actor }: Ctx, requestedBy: PersonId | undefined): void {
  if (actor.kind === 'system' || (actor.kind === 'person' && requestedBy && requestedBy !== actor.id)) return;
  throw new AppError('second_administrator_needed');
}

/**
 * Removes a role from the person with this id or e-mail address, at once: roles are read with each request. For administrators and the
 * system. Of two administrators who remove each other at the same moment, one stays.
 * @throws not_allowed, person_not_found, last_administrator, version_conflict
 */
export async function revokeRole(ctx: Ctx, change: RoleChange): Promise<Me> {
  const person = await requirePersonForRole(ctx, change);
  const { role } = change;
  if (!person.roles.includes(role)) return meOf(person);
  const roles = person.roles.filter((held) => held !== role);
  await transact(ctx, [
    ...rolesParts(ctx, person, { roles, ...(role === 'moderator' && { scope: null }) }, 'role_revoked', change),
    dropHolderPart(role, person.id),
    ...(role === 'administrator' ? [await anotherHolderPart(ctx, role, person.id)] : []),
  ]);
  return meOf({ ...person, roles, version: person.version + 1 });
}

/** A page of those who hold a role, by their ids. @throws invalid_cursor */
export function listHolders(
  ctx: Ctx,
  role: GrantedRole,
  query: { limit: number; cursor?: string },
): Promise<Page<PersonId>> {
  return holderPage(ctx, role, query);
}

async function requirePersonForRole(ctx: Ctx, change: RoleChange): Promise<StoredPerson> {
  const mayGrant =
    ctx.actor.kind === 'system' || (ctx.actor.kind === 'person' && ctx.actor.roles.includes('administrator'));
  if (!mayGrant) throw new AppError('not_allowed');
  const id = 'person' in change ? change.person : await findPersonId(ctx, 'email', change.email);
  const person = id && (await findPerson(ctx, id));
  if (!person) throw new AppError('person_not_found');
  return person;
}

async function requireMe(ctx: Ctx): Promise<StoredPerson> {
  const person = await findPerson(ctx, requirePerson(ctx).id);
  if (!person) throw new AppError('session_invalid');
  return person;
}
