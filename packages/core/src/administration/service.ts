/** Use cases of administrators about people and organisations. */
import { getTogether } from '../db/get.ts';
import { decisionOf, listDecisionsAbout } from '../decision/repo.ts';
import type { Decision } from '../decision/schema.ts';
import { listDeeds } from '../deed/repo.ts';
import { accountOfEmail } from '../identity/service.ts';
import {
  findOrganisation,
  listMembers,
  listOrganisations,
  type StoredOrganisation,
  stateOf,
} from '../organisation/repo.ts';
import { addMember, foundOrganisation } from '../organisation/service.ts';
import { findPeopleNamed } from '../person/list-of.ts';
import { actorOf, findPeople, findPerson, findPersonId, type StoredPerson, scopeOf } from '../person/repo.ts';
import { emailSchema } from '../person/schema.ts';
import { listHolders } from '../person/service.ts';
import { countSessions, endAllSessions } from '../session/service.ts';
import { AppError } from '../shared/app-error.ts';
import type { Ctx } from '../shared/context.ts';
import { idSchema, type OrganisationId, type PersonId } from '../shared/ids.ts';
import type { Page } from '../shared/page.ts';
import { findRoleRequest, listOpenRequests, type RoleRequest, requireAdministrator } from './four-eyes.ts';
import {
  type Founding,
  type FoundPerson,
  type ListedOrganisation,
  mostCounted,
  mostDeeds,
  mostMembers,
  type NewMember,
  type OrganisationForAdministrators,
  type OrganisationsQuery,
  type PeopleQuery,
  type PersonForAdministrators,
  type ShownRoleRequest,
} from './schema.ts';

/**
 * The person with an id or e-mail address, a page of those of a name, or a page of those who hold a role.
 * @throws not_signed_in, not_allowed, invalid_cursor
 */
export async function findPeopleBy(ctx: Ctx, { q, role, ...query }: PeopleQuery): Promise<Page<FoundPerson>> {
  requireAdministrator(ctx);
  if (q) {
    const person = await findByIdOrEmail(ctx, q);
    if (person) return { items: await foundOf(ctx, [person]), nextCursor: null };
    const named = await findPeopleNamed(ctx, q, query);
    return { ...named, items: await foundOf(ctx, named.items) };
  }
  if (!role) {
    // Nobody is listed, so no cursor leads on.
    if (query.cursor !== undefined) throw new AppError('invalid_cursor');
    return { items: [], nextCursor: null };
  }
  const page = await listHolders(ctx, role, query);
  const people = await findPeople(ctx, page.items);
  const holders = page.items.flatMap((id) => people.get(id) ?? []);
  return { ...page, items: await foundOf(ctx, holders) };
}

async function findByIdOrEmail(ctx: Ctx, q: string): Promise<StoredPerson | undefined> {
  const id = idSchema('person').safeParse(q);
  if (id.success) return findPerson(ctx, id.data);
  const email = emailSchema.safeParse(q);
  const owner = email.success ? await findPersonId(ctx, 'email', email.data) : undefined;
  return owner && findPerson(ctx, owner);
}

async function foundOf(ctx: Ctx, people: readonly StoredPerson[]): Promise<FoundPerson[]> {
  // With it comes all that items are shown with: who founds an organisation needs none of it.
  const { levelsOf } = await import('../moderation/service.ts');
  const levels = await levelsOf(
    ctx,
    people.map(({ id }) => id),
  );
  return people.map((person) => {
    const { id, name, email, roles, createdAt } = person;
    const { limitedUntil = null, suspendedUntil = null } = actorOf(person);
    const restricted = { level: levels.get(id)!, limitedUntil, suspendedUntil };
    return { id, name, email, roles, scope: scopeOf(person), ...restricted, createdAt };
  });
}

/** A page of what was decided about a person, newest first. @throws not_signed_in, not_allowed, person_not_found, invalid_cursor */
export async function getDecisionsAbout(
  ctx: Ctx,
  id: PersonId,
  query: { limit: number; cursor?: string },
): Promise<Page<Decision>> {
  requireAdministrator(ctx);
  if (!(await findPerson(ctx, id))) throw new AppError('person_not_found');
  const page = await listDecisionsAbout(ctx, id, query);
  return { ...page, items: page.items.map(decisionOf) };
}

/** One person, with what administrators need to decide about roles and access. @throws not_signed_in, not_allowed, person_not_found */
export async function getPerson(ctx: Ctx, id: PersonId): Promise<PersonForAdministrators> {
  requireAdministrator(ctx);
  const person = await findPerson(ctx, id);
  if (!person) throw new AppError('person_not_found');
  const [[found], sessions, decisions, request] = await Promise.all([
    foundOf(ctx, [person]),
    countSessions(ctx, id),
    listDecisionsAbout(ctx, id, { limit: mostCounted }),
    findRoleRequest(ctx, id),
  ]);
  return {
    ...found!,
    memberships: person.memberships,
    assurance: person.assurance,
    sessions,
    decisions: decisions.items.length,
    request: request ? shownRequest(request, await findPeople(ctx, [id, request.by])) : null,
  };
}

function shownRequest(
  { person, by, reason, at, until }: RoleRequest,
  people: Map<PersonId, StoredPerson>,
): ShownRoleRequest {
  const named = (id: PersonId) => ({ id, name: people.get(id)!.name });
  return { person: named(person), by: people.has(by) ? named(by) : null, reason, at, until };
}

/** Who shall become administrator. @throws not_signed_in, not_allowed */
export async function getRoleRequests(ctx: Ctx): Promise<ShownRoleRequest[]> {
  requireAdministrator(ctx);
  const requests = await listOpenRequests(ctx);
  const people = await findPeople(
    ctx,
    requests.flatMap(({ person, by }) => [person, by]),
  );
  return requests.filter(({ person }) => people.has(person)).map((request) => shownRequest(request, people));
}

/** Ends every session of a person; resolves to how many. @throws not_signed_in, not_allowed, person_not_found */
export async function signOutPerson(ctx: Ctx, id: PersonId): Promise<number> {
  requireAdministrator(ctx);
  if (!(await findPerson(ctx, id))) throw new AppError('person_not_found');
  return endAllSessions(ctx, id);
}

/** Founds an organisation. @throws not_signed_in, not_allowed, organisation_slug_taken */
export async function found(ctx: Ctx, { reason, ...input }: Founding): Promise<OrganisationForAdministrators> {
  requireAdministrator(ctx);
  const { id } = await foundOrganisation(ctx, input, reason);
  return getOrganisation(ctx, id);
}

/** An organisation with its members. @throws not_signed_in, not_allowed, organisation_not_found */
export async function getOrganisation(ctx: Ctx, id: OrganisationId): Promise<OrganisationForAdministrators> {
  requireAdministrator(ctx);
  const organisation = await findOrganisation(ctx, id);
  if (!organisation) throw new AppError('organisation_not_found');
  const { items } = await listMembers(ctx, id, { limit: mostMembers });
  const people = await findPeople(ctx, items);
  const members = items.flatMap((member) => {
    const person = people.get(member);
    const membership = person?.memberships.find((one) => one.id === id);
    return person && membership ? [{ id: person.id, name: person.name, role: membership.role }] : [];
  });
  const deeds = await listDeeds(ctx, id, mostDeeds);
  const { about, verification = null, suspension = null } = organisation;
  const named = await namesOf(ctx, [
    verification?.by,
    suspension?.by,
    ...deeds.flatMap(({ by, member }) => [by, member]),
  ]);
  return {
    ...listedOf(organisation),
    ...(about && { about }),
    verification: verification && { ...verification, by: named(verification.by) },
    suspension: suspension && { ...suspension, by: named(suspension.by) },
    deeds: deeds.map(({ deed, by, member, reason, at }) => {
      const command = isPersonId(by) ? null : by;
      return { deed, by: named(by), command, member: named(member), reason, at };
    }),
    members,
  };
}

function listedOf(organisation: StoredOrganisation): ListedOrganisation {
  const { id, slug, name, kind, createdAt } = organisation;
  return { id, slug, name, kind, state: stateOf(organisation), createdAt };
}

function isPersonId(id: string | undefined): id is PersonId {
  return idSchema('person').safeParse(id).success;
}

/** Finds the names of those of these ids that are people's, in one read of at most a hundred. */
async function namesOf(ctx: Ctx, ids: readonly (string | undefined)[]) {
  const people = await findPeople(ctx, [...new Set(ids.filter(isPersonId))].slice(0, getTogether));
  return (id: string | undefined) => {
    const person = isPersonId(id) ? people.get(id) : undefined;
    return person ? { id: person.id, name: person.name } : null;
  };
}

/** A page of all organisations, by name. @throws not_signed_in, not_allowed, invalid_cursor */
export async function findOrganisations(
  ctx: Ctx,
  { q, ...query }: OrganisationsQuery,
): Promise<Page<ListedOrganisation>> {
  requireAdministrator(ctx);
  const page = await listOrganisations(ctx, { begins: q, ...query });
  return { ...page, items: page.items.map(listedOf) };
}

/**
 * Adds somebody to an organisation by e-mail address; an account is made where there is none. Who is a member stays as they are.
 * @throws not_signed_in, not_allowed, organisation_not_found, version_conflict
 */
export async function joinByEmail(
  ctx: Ctx,
  id: OrganisationId,
  { email, role, reason }: NewMember,
): Promise<OrganisationForAdministrators> {
  requireAdministrator(ctx);
  // Before an account is made for it.
  if (!(await findOrganisation(ctx, id))) throw new AppError('organisation_not_found');
  const person = await accountOfEmail(ctx, email);
  await addMember(ctx, id, person.id, role, reason);
  return getOrganisation(ctx, id);
}
