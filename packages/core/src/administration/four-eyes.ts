/**
 * Four eyes: an administrator asks that somebody becomes one too, another administrator confirms it. The command line, which works
 * on the table itself, needs no second one: it makes the first.
 */

import { getItem } from '../db/get.ts';
import { roleRequestKey, roleRequestPartition } from '../db/keys.ts';
import { queryPage } from '../db/query.ts';
import { type Part, transact } from '../db/transact.ts';
import { deedParts } from '../deed/repo.ts';
import { findPerson } from '../person/repo.ts';
import { grantRole, revokeRole } from '../person/service.ts';
import { requireProgramme } from '../programme/in-force.ts';
import { AppError } from '../shared/app-error.ts';
import { type Ctx, hasRole, type PersonActor, requirePerson } from '../shared/context.ts';
import type { PersonId } from '../shared/ids.ts';
import type { GrantedRole } from '../shared/role.ts';
import { after, day, hasCome, iso } from '../shared/time.ts';
import type { NewRole } from './schema.ts';

/** How long a request waits for the second administrator. */
const requestLasts = 7 * day;

/** That `person` becomes administrator, as `by` asked. */
export type RoleRequest = { person: PersonId; by: PersonId; reason: string; at: string; until: string };

/** The administrator who acts. @throws not_signed_in, not_allowed */
export function requireAdministrator(ctx: Ctx): PersonActor {
  const actor = requirePerson(ctx);
  if (!hasRole(actor, 'administrator')) throw new AppError('not_allowed');
  return actor;
}

/** The open request for a person; undefined where there is none, or it is too old. Read strongly. */
export async function findRoleRequest(ctx: Ctx, person: PersonId): Promise<RoleRequest | undefined> {
  const found = (await getItem(ctx, roleRequestKey(person), { consistent: true })) as RoleRequest | undefined;
  return found && !hasCome(found.until, ctx.now()) ? found : undefined;
}

/**
 * Gives a role; that of administrator is only asked for, and given once another one confirms it. Asked again, the first request stays.
 * @throws not_signed_in, not_allowed, person_not_found, invalid_input for a programme that there is not, ward_unknown, version_conflict
 */
export async function giveRole(ctx: Ctx, id: PersonId, { role, programmes, wards, reason }: NewRole): Promise<void> {
  const actor = requireAdministrator(ctx);
  if (role !== 'administrator') {
    for (const [index, code] of programmes.entries()) await requireProgramme(ctx, code, `/programmes/${index}`);
    const isLimited = programmes.length + wards.length > 0;
    await grantRole(ctx, { person: id, role, reason, ...(isLimited && { scope: { programmes, wards } }) });
    return;
  }
  const person = await findPerson(ctx, id);
  if (!person) throw new AppError('person_not_found');
  if (person.roles.includes(role) || (await findRoleRequest(ctx, id))) return;
  const now = ctx.now();
  const request: RoleRequest = { person: id, by: actor.id, reason, at: iso(now), until: iso(after(now, requestLasts)) };
  await transact(ctx, [
    putRequestPart(request),
    ...deedParts(ctx, id, { deed: 'role_requested', reason, facts: { role } }),
  ]);
}

/** Of two administrators who ask at once, the first has asked: the second is told of a conflict, and sees the request. */
function putRequestPart(request: RoleRequest): Part {
  return {
    write: {
      Put: {
        TableName: '',
        Item: { ...roleRequestKey(request.person), ...request },
        // One that is over is replaced.
        ConditionExpression: 'attribute_not_exists(pk) OR #until <= :now',
        ExpressionAttributeNames: { '#until': 'until' },
        ExpressionAttributeValues: { ':now': request.at },
      },
    },
    refused: () => new AppError('version_conflict'),
  };
}

/** A part that ends a request, if it is still this one. @throws role_request_not_found, when it is written */
function endRequestPart({ person, by, at }: RoleRequest): Part {
  return {
    write: {
      Delete: {
        TableName: '',
        Key: roleRequestKey(person),
        ConditionExpression: '#by = :by AND #at = :at',
        ExpressionAttributeNames: { '#by': 'by', '#at': 'at' },
        ExpressionAttributeValues: { ':by': by, ':at': at },
      },
    },
    refused: () => new AppError('role_request_not_found'),
  };
}

/**
 * Confirms that somebody becomes administrator, as another administrator has asked, who still is one.
 * @throws not_signed_in, not_allowed, role_request_not_found, second_administrator_needed, version_conflict
 */
export async function confirmAdministrator(ctx: Ctx, id: PersonId): Promise<void> {
  requireAdministrator(ctx);
  const request = await findRoleRequest(ctx, id);
  const asker = request && (await findPerson(ctx, request.by));
  if (!request || !asker?.roles.includes('administrator')) throw new AppError('role_request_not_found');
  const { by: requestedBy, reason } = request;
  await grantRole(ctx, { person: id, role: 'administrator', reason, requestedBy }, [endRequestPart(request)]);
}

/**
 * Removes a role, or takes back the request that somebody gets it.
 * @throws not_signed_in, not_allowed, person_not_found, last_administrator, version_conflict, role_request_not_found
 */
export async function removeRole(
  ctx: Ctx,
  id: PersonId,
  { role, reason }: { role: GrantedRole; reason: string },
): Promise<void> {
  requireAdministrator(ctx);
  const request = role === 'administrator' ? await findRoleRequest(ctx, id) : undefined;
  if (request) {
    const deed = deedParts(ctx, id, { deed: 'role_request_withdrawn', reason, facts: { role } });
    await transact(ctx, [endRequestPart(request), ...deed]);
  }
  await revokeRole(ctx, { person: id, role, reason });
}

/** More never wait at once: each is over after a week. */
const mostRequests = 50;

/** The open requests. */
export async function listOpenRequests(ctx: Ctx): Promise<RoleRequest[]> {
  const list = {
    list: 'role requests',
    partition: roleRequestPartition,
    order: 'ascending',
    limit: mostRequests,
  } as const;
  const { items } = await queryPage(ctx, { ...list, consistent: true });
  return (items as unknown as RoleRequest[]).filter(({ until }) => !hasCome(until, ctx.now()));
}
