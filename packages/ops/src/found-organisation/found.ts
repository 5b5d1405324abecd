/** Founds an organisation and takes people into it by e-mail address, also before their first sign-in. */
import { accountOfEmail } from '@hanoi/core/identity/service';
import { findOrganisationBySlug, type StoredOrganisation } from '@hanoi/core/organisation/repo';
import { type NewOrganisation, newOrganisationSchema } from '@hanoi/core/organisation/schema';
import { addMember, foundOrganisation } from '@hanoi/core/organisation/service';
import { findPerson, findPersonId } from '@hanoi/core/person/repo';
import { emailSchema } from '@hanoi/core/person/schema';
import { AppError } from '@hanoi/core/shared/app-error';
import type { Ctx } from '@hanoi/core/shared/context';
import { mailboxOf } from '@hanoi/core/shared/mailbox';
import { type MemberRole, memberRoles, type OrganisationRef, organisationKinds } from '@hanoi/core/shared/membership';
import { UsageError } from '../command.ts';

type Member = { email: string; role: MemberRole };

export type Founding = {
  slug: string;
  /** What is founded; undefined when people only join what is there. */
  organisation?: NewOrganisation;
  members: Member[];
  reason?: string;
};

type Options = { slug?: string; kind?: string; name?: string; about?: string; member?: string[]; reason?: string };

const usage = `npm run found-organisation -- --slug SLUG --kind ${organisationKinds.join('|')} --name NAME
  [--about TEXT] [--member EMAIL:${memberRoles.join('|')}]… [--reason TEXT]
Without --kind and --name, people are added to the organisation that has the slug.`;

/** Reads the options. Throws UsageError. */
export function readFounding(options: Options): Founding {
  const { slug, kind, name, about, member = [], reason } = options;
  if (slug === undefined) throw new UsageError(usage);
  const isFounding = [kind, name, about].some((given) => given !== undefined);
  const organisation = isFounding ? readOrganisation({ slug, kind, name, about }) : undefined;
  const members = member.map(readMember);
  if (!organisation && members.length === 0) throw new UsageError(usage);
  const mailboxes = members.map(({ email }) => mailboxOf(email));
  const twice = members.find((_, place) => mailboxes.indexOf(mailboxes[place]!) !== place);
  if (twice) throw new UsageError(`${twice.email} is named twice.`);
  return { slug, ...(organisation && { organisation }), members, ...(reason && { reason }) };
}

function readOrganisation({ about, ...given }: Options): NewOrganisation {
  const read = newOrganisationSchema.safeParse({ ...given, ...(about && { about }) });
  if (read.success) return read.data;
  const wrong = new Set(read.error.issues.map(({ path }) => String(path[0])));
  const said = Object.entries(rules).flatMap(([field, rule]) => (wrong.has(field) ? [rule] : []));
  throw new UsageError(`${said.join('\n')}\n${usage}`);
}

const rules = {
  slug: 'A slug has small letters without accents, digits and single dashes, 60 at most: so-y-te.',
  kind: `A kind is one of ${organisationKinds.join(', ')}.`,
  name: 'A name has 3 to 120 characters.',
  about: 'What an organisation says about itself has 500 characters at most.',
};

function readMember(typed: string): Member {
  const colon = typed.lastIndexOf(':');
  const address = emailSchema.safeParse(typed.slice(0, colon));
  const role = memberRoles.find((one) => one === typed.slice(colon + 1));
  if (colon < 0 || !role) throw new UsageError(`“${typed}” names no role: EMAIL:${memberRoles.join('|')}.`);
  if (!address.success) throw new UsageError(`“${typed.slice(0, colon)}” is no e-mail address.`);
  return { email: address.data, role };
}

export type Joined = Member & { was: 'added' | 'added with a new account' | 'there already' };
export type Founded = { organisation: OrganisationRef; isNew: boolean; joined: Joined[] };

/**
 * Founds the organisation, unless it is there as described, and adds the people who are not in it. Done twice it is done once.
 * Throws UsageError, before anything is written, where another organisation has the slug, none has it and none is described,
 * or somebody is a member with another role.
 */
export async function found(ctx: Ctx, founding: Founding): Promise<Founded> {
  const { slug, organisation: described, members, reason } = founding;
  const there = await findOrganisationBySlug(ctx, slug);
  if (there) assertSame(there, described);
  if (there) for (const member of members) await assertRole(ctx, there, member);
  const organisation = there ?? (await make(ctx, slug, described, reason));
  const joined: Joined[] = [];
  for (const member of members) joined.push({ ...member, was: await join(ctx, organisation, member, reason) });
  const { id, name, kind } = organisation;
  return { organisation: { id, name, kind }, isNew: !there, joined };
}

function assertSame({ slug, name, kind }: StoredOrganisation, described: NewOrganisation | undefined): void {
  if (!described || (described.name === name && described.kind === kind)) return;
  throw new UsageError(
    `The slug “${slug}” belongs to “${name}” (${kind}). Choose another one, or leave out --kind and --name to add people to it.`,
  );
}

async function assertRole(ctx: Ctx, organisation: OrganisationRef, { email, role }: Member): Promise<void> {
  const held = await roleIn(ctx, organisation, email);
  if (!held || held === role) return;
  throw new UsageError(`${email} is a member already, as ${held}. This command changes no role.`);
}

async function roleIn(ctx: Ctx, { id }: OrganisationRef, email: string): Promise<MemberRole | undefined> {
  const personId = await findPersonId(ctx, 'email', email);
  const person = personId && (await findPerson(ctx, personId));
  return person ? person.memberships.find((membership) => membership.id === id)?.role : undefined;
}

async function make(
  ctx: Ctx,
  slug: string,
  described: NewOrganisation | undefined,
  reason?: string,
): Promise<OrganisationRef> {
  if (!described) {
    throw new UsageError(`No organisation has the slug “${slug}”. To found it, give --kind and --name.\n${usage}`);
  }
  try {
    return await foundOrganisation(ctx, described, reason);
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'organisation_slug_taken')) throw error;
    throw new UsageError(`Somebody has just founded an organisation with the slug “${slug}”. Run the command again.`);
  }
}

async function join(ctx: Ctx, organisation: OrganisationRef, member: Member, reason?: string): Promise<Joined['was']> {
  if (await roleIn(ctx, organisation, member.email)) return 'there already';
  const isKnown = (await findPersonId(ctx, 'email', member.email)) !== undefined;
  const { id } = await accountOfEmail(ctx, member.email);
  await addMember(ctx, organisation.id, id, member.role, reason);
  return isKnown ? 'added' : 'added with a new account';
}
