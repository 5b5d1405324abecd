/** Organisations in the table. */
import { getItem } from '../db/get.ts';
import {
  cardKey,
  madePartition,
  memberKey,
  type NamedActivity,
  organisationsPartition,
  uniqueKey,
} from '../db/keys.ts';
import { queryPage } from '../db/query.ts';
import { type Part, setPart } from '../db/transact.ts';
import { AppError } from '../shared/app-error.ts';
import { type Ctx, hasRole } from '../shared/context.ts';
import { foldedName } from '../shared/folded-name.ts';
import type { CommentId, OrganisationId, PersonId, SubjectId } from '../shared/ids.ts';
import type { OrganisationRef } from '../shared/membership.ts';
import type { Page } from '../shared/page.ts';
import type { NewOrganisation, NewVerification, OrganisationState } from './schema.ts';

/** Organisations of before versions were stored have none: theirs is 1. */
export type StoredOrganisation = OrganisationRef &
  NewOrganisation & {
    version?: number;
    createdAt: string;
    verification?: (NewVerification & { at: string; by: PersonId }) | null;
    suspension?: { reason: string; at: string; by: PersonId } | null;
  };

/** What it is known as: where it is found in the list of all. */
export function stateOf({ verification, suspension }: Pick<StoredOrganisation, 'verification' | 'suspension'>) {
  return (suspension ? 'suspended' : verification ? 'verified' : 'unverified') satisfies OrganisationState;
}

/** Where it stands in the list of all, by its name without accents; and its state, which the list is filtered by. */
export function listedFields(organisation: StoredOrganisation): Record<string, string> {
  const { id, name } = organisation;
  const gsi1sk = `${foldedName(name)}#${id}`;
  return { gsi1pk: organisationsPartition, gsi1sk, state: stateOf(organisation) };
}

/** @throws not_allowed, but for administrators and the system */
export function requireOrganisationRights({ actor }: Pick<Ctx, 'actor'>): void {
  if (actor.kind !== 'system' && !hasRole(actor, 'administrator')) throw new AppError('not_allowed');
}

/** A page of all organisations by name, of those that fit. `begins` is the beginning of a name, with or without accents. @throws invalid_cursor */
export async function listOrganisations(
  ctx: Ctx,
  { begins = '', kind, state, ...query }: PageRequest & { begins?: string; kind?: string; state?: string },
): Promise<Page<StoredOrganisation>> {
  const wanted = Object.entries({ kind, state }).filter(([, value]) => value !== undefined);
  const prefix = foldedName(begins);
  const partition = organisationsPartition;
  const filter = wanted.length > 0 && {
    expression: wanted.map(([name]) => `#${name} = :${name}`).join(' AND '),
    names: Object.fromEntries(wanted.map(([name]) => [`#${name}`, name])),
    values: Object.fromEntries(wanted.map(([name, value]) => [`:${name}`, value])),
  };
  const list = JSON.stringify(['organisations', prefix, wanted]);
  const where = { list, index: 'gsi1', partition, order: 'ascending', ...(prefix && { prefix }) } as const;
  const page = await queryPage(ctx, { ...where, ...query, ...(filter && { filter }) });
  return page as unknown as Page<StoredOrganisation>;
}

type PageRequest = { limit: number; cursor?: string };

export async function findOrganisation(ctx: Ctx, id: OrganisationId): Promise<StoredOrganisation | undefined> {
  return (await getItem(ctx, cardKey(id), { consistent: true })) as unknown as StoredOrganisation | undefined;
}

/** The organisation with this slug; undefined when there is none. */
export async function findOrganisationBySlug(ctx: Ctx, slug: string): Promise<StoredOrganisation | undefined> {
  const claim = await getItem(ctx, uniqueKey('slug', slug), { consistent: true });
  return claim && findOrganisation(ctx, claim.organisation as OrganisationId);
}

/** A part that sets fields of an organisation, conditional on the version it was read at. */
export function changeOrganisationPart(
  organisation: StoredOrganisation,
  change: Partial<StoredOrganisation>,
  refused: Part['refused'],
): Part {
  const { id, version = 1 } = organisation;
  const fields = { ...change, ...listedFields({ ...organisation, ...change }), version: version + 1 };
  return { ...setPart(cardKey(id), fields, isAtVersion(version), refused), changed: id };
}

/** A part that requires that an organisation is as it was read. */
export function sameOrganisationPart({ id, version = 1 }: StoredOrganisation, refused: Part['refused']): Part {
  const { expression, values } = isAtVersion(version);
  return {
    write: {
      ConditionCheck: {
        TableName: '',
        Key: cardKey(id),
        ConditionExpression: expression,
        ExpressionAttributeValues: values,
      },
    },
    refused,
  };
}

function isAtVersion(version: number) {
  return {
    expression: version === 1 ? 'attribute_not_exists(version) OR version = :version' : 'version = :version',
    values: { ':version': version },
  };
}

/** A page of an organisation's members. */
export async function listMembers(ctx: Ctx, id: OrganisationId, query: PageRequest): Promise<Page<PersonId>> {
  const { pk: partition, sk: prefix } = memberKey(id, '' as PersonId);
  const list = { list: `${id} members`, partition, prefix, order: 'ascending', fields: [] } as const;
  const page = await queryPage(ctx, { ...list, ...query });
  return { ...page, items: page.items.map(({ sk }) => sk.slice(prefix.length) as PersonId) };
}

/** A page of the subjects of one kind, or of the comments, made in an organisation's name, oldest first; drafts too. */
export async function listMade(
  ctx: Ctx,
  id: OrganisationId,
  activity: NamedActivity,
  query: PageRequest,
): Promise<Page<SubjectId | CommentId>> {
  const partition = madePartition(id, activity);
  const page = await queryPage(ctx, { list: partition, partition, order: 'ascending', fields: [], ...query });
  return { ...page, items: page.items.map(({ sk }) => sk as SubjectId | CommentId) };
}
