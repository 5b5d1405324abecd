/** People in the table. */
import { getItem, getItems } from '../db/get.ts';
import { cameShards, joinedPartition, personKey, uniqueKey } from '../db/keys.ts';
import { type Part, putNew, setPart } from '../db/transact.ts';
import { type Ctx, type PersonActor, rolesOf } from '../shared/context.ts';
import { shardOf } from '../shared/hash.ts';
import { type DecisionId, idSchema, type PersonId, timeOfId } from '../shared/ids.ts';
import { mailboxOf } from '../shared/mailbox.ts';
import type { Membership } from '../shared/membership.ts';
import type { GrantedRole, ModeratorScope } from '../shared/role.ts';
import { hanoiDay } from '../shared/time.ts';
import { nameKeys } from './names.ts';
import type { Language, Me, Scope } from './schema.ts';

/** What a decision keeps somebody from, until when. */
export type Restriction = { kind: 'limit' | 'suspend'; until: string; decision: DecisionId };

export type StoredPerson = {
  id: PersonId;
  name: string;
  email: string | null;
  language: Language;
  ward: string | null;
  roles: GrantedRole[];
  memberships: Membership[];
  /** To what they are limited as a moderator; without it they moderate everything. */
  scope?: ModeratorScope | null;
  /** Each by its decision; those that are over stay until the next is made. */
  restrictions?: Restriction[];
  assurance: 'email' | 'eid';
  version: number;
  createdAt: string;
};

export async function findPerson(ctx: Ctx, id: PersonId): Promise<StoredPerson | undefined> {
  return (await getItem(ctx, personKey(id), { consistent: true })) as StoredPerson | undefined;
}

/** People by their ids (at most 100), read strongly; those that are gone are left out. */
export async function findPeople(ctx: Ctx, ids: readonly PersonId[]): Promise<Map<PersonId, StoredPerson>> {
  const keys = [...new Set(ids)].map(personKey);
  const items = keys.length > 0 ? await getItems(ctx, keys, { consistent: true }) : [];
  return new Map(items.flatMap((item) => (item ? [[item.pk as PersonId, item as unknown as StoredPerson]] : [])));
}

/** Things that somebody did, at most 100, each with the name of that person (`who`); null where a command did it, or the account is gone. */
export async function withWho<Done extends { by: string | null }>(
  ctx: Ctx,
  done: readonly Done[],
): Promise<(Done & { who: string | null })[]> {
  const isPerson = (by: string | null) => idSchema('person').safeParse(by).success;
  const people = await findPeople(ctx, done.map(({ by }) => by).filter(isPerson) as PersonId[]);
  return done.map((one) => ({ ...one, who: people.get(one.by as PersonId)?.name ?? null }));
}

/**
 * The owner of an e-mail address or OpenID subject; undefined when there is none. An address belongs to the owner of its
 * mailbox, however it is spelled. Accounts from before that was so keep the spelling they were made with, even where two of
 * them have one mailbox.
 */
export async function findPersonId(ctx: Ctx, kind: 'email' | 'oidc', value: string): Promise<PersonId | undefined> {
  const keys = [...new Set([value, claimOf(kind, value)])].map((claim) => uniqueKey(kind, claim));
  const [first, second] = await getItems(ctx, keys, { consistent: true });
  return (first ?? second)?.person as PersonId | undefined;
}

/** The value under which it is claimed: an e-mail address by its mailbox. */
function claimOf(kind: 'email' | 'oidc', value: string): string {
  return kind === 'email' ? mailboxOf(value) : value;
}

export function newPersonPart(person: StoredPerson): Part {
  return putNew({ ...personKey(person.id), ...nameKeys(person.id, person.name), ...person });
}

/** A part that claims the mailbox of an e-mail address, or an OpenID subject, for a person. */
export function claimPart(kind: 'email' | 'oidc', value: string, person: PersonId, refused: Part['refused']): Part {
  const joined = hanoiDay(new Date(timeOfId(person)));
  // Every account begins with one claim: the days on which people joined are found by it, as a person's own indexes are all in use.
  const byDay = { gsi2pk: joinedPartition(joined, shardOf(person, cameShards)), gsi2sk: person };
  return putNew({ ...uniqueKey(kind, claimOf(kind, value)), ...byDay, person }, refused);
}

/** A part that sets fields of a person, conditional on the version it was read at; a new name also where they are found by it. */
export function changePersonPart(person: StoredPerson, change: Partial<StoredPerson>, refused: Part['refused']): Part {
  const condition = {
    expression: '#version = :version',
    names: { '#version': 'version' },
    values: { ':version': person.version },
  };
  const names = change.name === undefined ? {} : nameKeys(person.id, change.name);
  return setPart(personKey(person.id), { ...change, ...names, version: person.version + 1 }, condition, refused);
}

/**
 * A part that marks a person as known by an electronic identity. It sets the same value in every request, and leaves the
 * version as it is, so that an edit the person makes meanwhile is not refused.
 */
export function raiseAssurancePart(id: PersonId): Part {
  const condition = { expression: 'attribute_exists(pk)', values: {} };
  return setPart(personKey(id), { assurance: 'eid' }, condition);
}

export function actorOf(person: StoredPerson): PersonActor {
  const { id, name, roles, memberships, scope, assurance } = person;
  const [limitedUntil, suspendedUntil] = (['limit', 'suspend'] as const).map((kind) => lastEnd(person, kind));
  const restricted = { ...(limitedUntil && { limitedUntil }), ...(suspendedUntil && { suspendedUntil }) };
  return { kind: 'person', id, name, roles, memberships, ...(scope && { scope }), assurance, ...restricted };
}

/** When the last restriction of a kind ends; it may be over. */
function lastEnd({ restrictions = [] }: StoredPerson, kind: Restriction['kind']): string | undefined {
  const ends = restrictions.filter((one) => one.kind === kind).map(({ until }) => until);
  return ends.toSorted().at(-1);
}

/** A stored person as they see themselves. */
export function meOf(person: StoredPerson): Me {
  const { limitedUntil = null, suspendedUntil = null, ...actor } = actorOf(person);
  return { ...person, roles: rolesOf(actor), scope: scopeOf(person), limitedUntil, suspendedUntil };
}

/** To what somebody is limited as a moderator; null for everything. */
export function scopeOf({ scope }: Pick<StoredPerson, 'scope'>): Scope | null {
  const { programmes = [], wards = [] } = scope ?? {};
  const limits = { programmes: [...programmes], wards: [...wards] } as Scope;
  return programmes.length + wards.length > 0 ? limits : null;
}
