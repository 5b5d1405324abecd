/** Organisations in the table. */
import { getItem } from '../db/get.ts';
import { cardKey, madePartition, memberKey, type NamedActivity, uniqueKey } from '../db/keys.ts';
import { queryPage } from '../db/query.ts';
import { type Part, setPart } from '../db/transact.ts';
import type { Ctx } from '../shared/context.ts';
import type { CommentId, OrganisationId, PersonId, SubjectId } from '../shared/ids.ts';
import type { OrganisationRef } from '../shared/membership.ts';
import type { Page } from '../shared/page.ts';
import type { NewOrganisation } from './schema.ts';

/** Organisations of before versions were stored have none: theirs is 1. */
export type StoredOrganisation = OrganisationRef & NewOrganisation & { version?: number; createdAt: string };

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
  const condition = {
    expression: version === 1 ? 'attribute_not_exists(version) OR version = :version' : 'version = :version',
    values: { ':version': version },
  };
  return { ...setPart(cardKey(id), { ...change, version: version + 1 }, condition, refused), changed: id };
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
