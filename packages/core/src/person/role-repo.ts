/** Roles in the table: on the person, in a list per role, and every change with its time and author. */
import { roleHolderKey } from '../db/keys.ts';
import { queryPage } from '../db/query.ts';
import type { Part } from '../db/transact.ts';
import { deedParts } from '../deed/repo.ts';
import { AppError } from '../shared/app-error.ts';
import type { Ctx } from '../shared/context.ts';
import type { PersonId } from '../shared/ids.ts';
import type { Page } from '../shared/page.ts';
import type { GrantedRole } from '../shared/role.ts';
import { iso } from '../shared/time.ts';
import { versionConflict } from '../shared/version.ts';
import { changePersonPart, type StoredPerson } from './repo.ts';

/** Parts that set the roles of a person, and to what they are limited, and store who changed which role and why. */
export function rolesParts(
  ctx: Ctx,
  person: StoredPerson,
  change: Pick<StoredPerson, 'roles' | 'scope'>,
  action: 'role_granted' | 'role_revoked',
  { role, reason, requestedBy }: { role: GrantedRole; reason?: string; requestedBy?: PersonId },
): Part[] {
  const { programmes = [], wards = [] } = change.scope ?? {};
  const limits = [...programmes, ...wards].join(',');
  return [
    changePersonPart(person, change, (found) => versionConflict(found?.version as number | undefined)),
    ...deedParts(ctx, person.id, { deed: action, reason, facts: { role, requestedBy, ...(limits && { limits }) } }),
  ];
}

/** A part that lists a person among those who hold the role. */
export function holderPart(ctx: Ctx, role: GrantedRole, person: PersonId): Part {
  return { write: { Put: { TableName: '', Item: { ...roleHolderKey(role, person), since: iso(ctx.now()) } } } };
}

/** A page of those on the list. @throws invalid_cursor */
export async function holderPage(
  ctx: Ctx,
  role: GrantedRole,
  query: { limit: number; cursor?: string },
): Promise<Page<PersonId>> {
  const { pk: partition } = roleHolderKey(role, '' as PersonId);
  const page = await queryPage(ctx, { list: partition, partition, order: 'ascending', consistent: true, ...query });
  return { ...page, items: page.items.map(({ sk }) => sk as PersonId) };
}

/** A part that takes a person off that list. */
export function dropHolderPart(role: GrantedRole, person: PersonId): Part {
  return { write: { Delete: { TableName: '', Key: roleHolderKey(role, person) } } };
}

/**
 * A part that requires that somebody else than `person` holds the role at the moment of writing.
 * @throws last_administrator when there is nobody else
 */
export async function anotherHolderPart(ctx: Ctx, role: GrantedRole, person: PersonId): Promise<Part> {
  const { pk } = roleHolderKey(role, person);
  const two = { list: 'holders', partition: pk, order: 'ascending', limit: 2, consistent: true } as const;
  const other = (await queryPage(ctx, two)).items.find(({ sk }) => sk !== person);
  if (!other) throw new AppError('last_administrator');
  return {
    write: {
      ConditionCheck: {
        TableName: '',
        Key: { pk, sk: other.sk },
        ConditionExpression: 'attribute_exists(pk)',
      },
    },
    refused: () => new AppError('last_administrator'),
  };
}
