/** Members of an organisation: their roles, and leaving it. An organisation that has an owner keeps one. */
import { memberKey } from '../db/keys.ts';
import { queryPage } from '../db/query.ts';
import { type Part, setPart, transact } from '../db/transact.ts';
import { deedParts } from '../deed/repo.ts';
import { changePersonPart, findPerson, type StoredPerson } from '../person/repo.ts';
import { AppError } from '../shared/app-error.ts';
import type { Ctx } from '../shared/context.ts';
import type { OrganisationId, PersonId } from '../shared/ids.ts';
import type { MemberRole, Membership } from '../shared/membership.ts';
import { versionConflict } from '../shared/version.ts';
import { findOrganisation, requireOrganisationRights } from './repo.ts';

type Member = { organisation: OrganisationId; person: PersonId };

/**
 * Gives a member another role; the one they have changes nothing. Administrators and the system.
 * @throws not_allowed, organisation_not_found, member_not_found, last_owner, version_conflict
 */
export async function changeMemberRole(
  ctx: Ctx,
  member: Member,
  { role, reason }: { role: MemberRole; reason?: string },
): Promise<void> {
  const { person, membership } = await requireMember(ctx, member);
  if (membership.role === role) return;
  const memberships = person.memberships.map((one) => (one.id === membership.id ? { ...one, role } : one));
  const isThere = { expression: 'attribute_exists(pk)', values: {} };
  await transact(ctx, [
    setPart(memberKey(member.organisation, person.id), { role }, isThere, () => new AppError('member_not_found')),
    changePersonPart(person, { memberships }, (now) => versionConflict(now?.version)),
    ...(membership.role === 'owner' ? [await anotherOwnerPart(ctx, member)] : []),
    ...deedParts(ctx, member.organisation, {
      deed: 'member_role_changed',
      reason,
      facts: { member: person.id, from: membership.role, role },
    }),
  ]);
}

/**
 * Takes a member out of an organisation; what they made in its name stays in its name. Administrators and the system.
 * @throws not_allowed, organisation_not_found, member_not_found, last_owner, version_conflict
 */
export async function removeMember(ctx: Ctx, member: Member, reason?: string): Promise<void> {
  const { person, membership } = await requireMember(ctx, member);
  const memberships = person.memberships.filter((one) => one.id !== membership.id);
  await transact(ctx, [
    { write: { Delete: { TableName: '', Key: memberKey(member.organisation, person.id) } } },
    changePersonPart(person, { memberships }, (now) => versionConflict(now?.version)),
    ...(membership.role === 'owner' ? [await anotherOwnerPart(ctx, member)] : []),
    ...deedParts(ctx, member.organisation, {
      deed: 'member_removed',
      reason,
      facts: { member: person.id, role: membership.role },
    }),
  ]);
}

async function requireMember(ctx: Ctx, member: Member): Promise<{ person: StoredPerson; membership: Membership }> {
  requireOrganisationRights(ctx);
  if (!(await findOrganisation(ctx, member.organisation))) throw new AppError('organisation_not_found');
  const person = await findPerson(ctx, member.person);
  const membership = person?.memberships.find(({ id }) => id === member.organisation);
  if (!person || !membership) throw new AppError('member_not_found');
  return { person, membership };
}

/** A part that requires another owner at the moment of writing: of two owners who leave at once, one stays. @throws last_owner */
async function anotherOwnerPart(ctx: Ctx, { organisation, person }: Member): Promise<Part> {
  const { pk: partition, sk: prefix } = memberKey(organisation, '' as PersonId);
  const isOwner = { expression: '#role = :owner', names: { '#role': 'role' }, values: { ':owner': 'owner' } };
  const owners = { list: 'owners', partition, prefix, order: 'ascending', limit: 2, consistent: true } as const;
  const { items } = await queryPage(ctx, { ...owners, filter: isOwner });
  const other = items.find(({ sk }) => sk !== memberKey(organisation, person).sk);
  if (!other) throw new AppError('last_owner');
  return {
    write: {
      ConditionCheck: {
        TableName: '',
        Key: { pk: other.pk, sk: other.sk },
        ConditionExpression: isOwner.expression,
        ExpressionAttributeNames: isOwner.names,
        ExpressionAttributeValues: isOwner.values,
      },
    },
    refused: () => new AppError('last_owner'),
  };
}
