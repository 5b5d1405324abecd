/**
 * Projection: copies an organisation's new name to its members and to what was made in its name, and to its members also whether it is
 * suspended. It sets what is current, guarded by the organisation's version: late and repeated runs change nothing.
 */
import pMap from 'p-map';
import { getItems } from '../db/get.ts';
import { cardKey, type Item, type NamedActivity } from '../db/keys.ts';
import { setNewer } from '../db/set-newer.ts';
import { transact } from '../db/transact.ts';
import { changePersonPart, findPerson } from '../person/repo.ts';
import type { Ctx } from '../shared/context.ts';
import type { OrganisationId, PersonId } from '../shared/ids.ts';
import type { Membership } from '../shared/membership.ts';
import { runSteps } from '../shared/page.ts';
import { subjectKinds } from '../subject/kinds.ts';
import { findOrganisation, listMade, listMembers, type StoredOrganisation } from './repo.ts';

/** The items that carry an organisation's name, in the order in which they are renamed. Events keep the name of their time. */
export const carriers = ['member', ...subjectKinds, 'comment'] as const satisfies readonly (NamedActivity | 'member')[];

/** How far a rename has come; the beginning when empty. */
export type OrganisationPlace = { list?: (typeof carriers)[number]; cursor?: string };

const pageSize = 100;
const sideBySide = 8;

/**
 * Sets the organisation's current name on at most `pages` pages of a hundred items, beginning at `from`. Returns where to
 * continue, or undefined at the end.
 */
export async function projectOrganisation(
  ctx: Ctx,
  id: OrganisationId,
  from: OrganisationPlace = {},
  pages = 10,
): Promise<OrganisationPlace | undefined> {
  const organisation = await findOrganisation(ctx, id);
  return organisation && runSteps(from, pages, (place) => nameOnePage(ctx, organisation, place));
}

async function nameOnePage(
  ctx: Ctx,
  organisation: StoredOrganisation,
  { list = carriers[0], cursor }: OrganisationPlace,
): Promise<OrganisationPlace | undefined> {
  const query = { limit: pageSize, cursor };
  const nextCursor =
    list === 'member' ? await nameMembers(ctx, organisation, query) : await nameMade(ctx, organisation, list, query);
  if (nextCursor) return { list, cursor: nextCursor };
  const next = carriers[carriers.indexOf(list) + 1];
  return next && { list: next };
}

type PageRequest = { limit: number; cursor?: string };

async function nameMembers(ctx: Ctx, organisation: StoredOrganisation, query: PageRequest): Promise<string | null> {
  const { items, nextCursor } = await listMembers(ctx, organisation.id, query);
  await pMap(items, (person) => nameMember(ctx, organisation, person), { concurrency: sideBySide });
  return nextCursor;
}

/** Thrown and caught in this file: the person was changed meanwhile. */
class ChangedMeanwhile extends Error {}

const mostTries = 8;

/** Pages of members that are brought up to date at once when an organisation is suspended; a queue does it again, and the rest. */
const pagesAtOnce = 5;

/** Brings the first members up to date; further ones, if there are any, come with the message that the change of the organisation sends. */
export async function projectMembers(ctx: Ctx, id: OrganisationId): Promise<void> {
  const organisation = await findOrganisation(ctx, id);
  let cursor: string | undefined;
  for (let page = 0; organisation && page < pagesAtOnce; page++) {
    cursor = (await nameMembers(ctx, organisation, { limit: pageSize, cursor })) ?? undefined;
    if (!cursor) return;
  }
}

async function nameMember(ctx: Ctx, organisation: StoredOrganisation, personId: PersonId): Promise<void> {
  const { id, name } = organisation;
  const isSuspended = Boolean(organisation.suspension);
  for (let attempt = 1; attempt <= mostTries; attempt++) {
    const person = await findPerson(ctx, personId);
    const isCurrent = (one: Membership) => one.name === name && Boolean(one.suspended) === isSuspended;
    if (!person || person.memberships.every((one) => one.id !== id || isCurrent(one))) return;
    const current = ({ suspended: _, ...one }: Membership): Membership => ({
      ...one,
      name,
      ...(isSuspended && { suspended: true }),
    });
    const memberships = person.memberships.map((one) => (one.id === id ? current(one) : one));
    try {
      return await transact(ctx, [changePersonPart(person, { memberships }, () => new ChangedMeanwhile())]);
    } catch (error) {
      if (!(error instanceof ChangedMeanwhile) || attempt === mostTries) throw error;
    }
  }
}

async function nameMade(
  ctx: Ctx,
  organisation: StoredOrganisation,
  activity: NamedActivity,
  query: PageRequest,
): Promise<string | null> {
  const { items: ids, nextCursor } = await listMade(ctx, organisation.id, activity, query);
  const items = ids.length > 0 ? await getItems(ctx, ids.map(cardKey), { consistent: true }) : [];
  // Who is only suspended, or verified, is called as before.
  const present = items.filter((item) => item !== undefined && nameOn(item) !== organisation.name) as Item[];
  await pMap(present, (item) => nameItem(ctx, organisation, item), { concurrency: sideBySide });
  return nextCursor;
}

function nameOn(item: Item): unknown {
  return (item.organisation as { name?: string } | null | undefined)?.name;
}

async function nameItem(ctx: Ctx, { id, name, version = 1 }: StoredOrganisation, item: Item): Promise<void> {
  await setNewer(ctx, {
    key: { pk: item.pk, sk: item.sk },
    fields: { 'organisation.name': name },
    version: ['organisationVersion', version],
    condition: { expression: 'organisation.id = :id', values: { ':id': id } },
    changed: item.gsi3pk ? item.pk : undefined,
  });
}
