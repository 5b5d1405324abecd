/** Use cases of organisations: found one, rename it, add a member. */
import { auditPart } from '../audit/repo.ts';
import { cardKey, memberKey, uniqueKey } from '../db/keys.ts';
import { putNew, transact } from '../db/transact.ts';
import { deedParts } from '../deed/repo.ts';
import { changePersonPart, findPerson } from '../person/repo.ts';
import { AppError } from '../shared/app-error.ts';
import type { Ctx } from '../shared/context.ts';
import { newId, type OrganisationId, type PersonId } from '../shared/ids.ts';
import type { MemberRole, OrganisationRef } from '../shared/membership.ts';
import { iso } from '../shared/time.ts';
import { versionConflict } from '../shared/version.ts';
import {
  changeOrganisationPart,
  findOrganisation,
  listedFields,
  requireOrganisationRights,
  type StoredOrganisation,
  sameOrganisationPart,
} from './repo.ts';
import type { NewOrganisation, PublicOrganisation } from './schema.ts';

/**
 * Founds an organisation; who did and why is stored with it. Administrators and the system.
 * @throws not_allowed, organisation_slug_taken
 */
export async function foundOrganisation(ctx: Ctx, input: NewOrganisation, reason?: string): Promise<OrganisationRef> {
  requireOrganisationRights(ctx);
  const id = newId('organisation', ctx);
  const organisation: StoredOrganisation = { id, ...input, createdAt: iso(ctx.now()) };
  await transact(ctx, [
    { ...putNew({ ...cardKey(id), ...listedFields(organisation), ...organisation }), changed: id },
    putNew({ ...uniqueKey('slug', input.slug), organisation: id }, () => new AppError('organisation_slug_taken')),
    ...deedParts(ctx, id, { deed: 'organisation_founded', name: input.name, reason }),
  ]);
  return { id, name: input.name, kind: input.kind };
}

/**
 * Renames an organisation; a worker then copies the name to its members and to what was made in its name. Administrators and
 * the system. @throws not_allowed, organisation_not_found, version_conflict
 */
export async function renameOrganisation(ctx: Ctx, id: OrganisationId, name: string): Promise<OrganisationRef> {
  requireOrganisationRights(ctx);
  const organisation = await findOrganisation(ctx, id);
  if (!organisation) throw new AppError('organisation_not_found');
  const renamed = { id, name, kind: organisation.kind };
  if (organisation.name === name) return renamed;
  const change = changeOrganisationPart(organisation, { name }, (found) => versionConflict(found?.version));
  await transact(ctx, [change, auditPart(ctx, { action: 'organisation_renamed', subject: id })]);
  return renamed;
}

/** Thrown and caught in this file: another request adds the person at the same moment. */
class AlreadyMember extends Error {}

/**
 * Adds a person to an organisation; who did and why is stored with it. Adding them again changes nothing. Administrators and
 * the system. @throws not_allowed, organisation_not_found, person_not_found, version_conflict
 */
export async function addMember(
  ctx: Ctx,
  organisation: OrganisationId,
  personId: PersonId,
  role: MemberRole,
  reason?: string,
): Promise<void> {
  requireOrganisationRights(ctx);
  const found = await findOrganisation(ctx, organisation);
  if (!found) throw new AppError('organisation_not_found');
  const person = await findPerson(ctx, personId);
  if (!person) throw new AppError('person_not_found');
  if (person.memberships.some((membership) => membership.id === organisation)) return;
  const suspended = found.suspension ? ({ suspended: true } as const) : {};
  const membership = { id: found.id, name: found.name, kind: found.kind, role, ...suspended };
  const member = { ...memberKey(organisation, personId), role, since: iso(ctx.now()) };
  const memberships = [...person.memberships, membership];
  try {
    await transact(ctx, [
      putNew(member, () => new AlreadyMember()),
      // A name or a suspension that changes meanwhile would not reach somebody who is no member yet.
      sameOrganisationPart(found, (now) => versionConflict(now?.version)),
      changePersonPart(person, { memberships }, (now) => versionConflict(now?.version)),
      ...deedParts(ctx, organisation, { deed: 'member_added', reason, facts: { member: personId, role } }),
    ]);
  } catch (error) {
    if (!(error instanceof AlreadyMember)) throw error;
  }
}

/** An organisation as everybody sees it. @throws organisation_not_found */
export async function readOrganisation(ctx: Ctx, id: OrganisationId): Promise<PublicOrganisation> {
  const organisation = await findOrganisation(ctx, id);
  if (!organisation) throw new AppError('organisation_not_found');
  const { slug, name, kind, about = '', verification, suspension, createdAt } = organisation;
  const verifiedAt = verification?.at ?? null;
  return { id, slug, name, kind, about, verifiedAt, suspendedAt: suspension?.at ?? null, createdAt };
}
