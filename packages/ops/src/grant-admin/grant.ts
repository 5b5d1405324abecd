/** Gives a role to a person by e-mail address, also before their first sign-in, or takes it away. */
import { accountOfEmail } from '@hanoi/core/identity/service';
import { findPerson, findPersonId } from '@hanoi/core/person/repo';
import { emailSchema, grantedRoleSchema } from '@hanoi/core/person/schema';
import { grantRole, revokeRole } from '@hanoi/core/person/service';
import { programmesInForce } from '@hanoi/core/programme/in-force';
import { AppError } from '@hanoi/core/shared/app-error';
import type { Ctx } from '@hanoi/core/shared/context';
import { grantedRoles, type ModeratorScope } from '@hanoi/core/shared/role';
import { wardNames } from '@hanoi/core/ward/names';
import { UsageError } from '../command.ts';

export type Grant = {
  email: string;
  role: (typeof grantedRoles)[number];
  /** To what a moderator is limited. */
  scope?: ModeratorScope;
  reason?: string;
  isRevoked: boolean;
};

type Options = { role?: string; reason?: string; revoke?: boolean; programme?: string[]; ward?: string[] };

const usage = `npm run grant-admin -- EMAIL [--role ${grantedRoles.join('|')}] [--programme CODE] [--ward CODE] [--revoke] [--reason TEXT]`;

/** Reads `EMAIL` and the options. Throws UsageError. */
export function readGrant(typed: readonly string[], options: Options = {}): Grant {
  const { role = 'administrator', reason, revoke = false } = options;
  const [email, ...more] = typed;
  if (email === undefined || more.length > 0) throw new UsageError(usage);
  const address = emailSchema.safeParse(email);
  if (!address.success) throw new UsageError(`“${email}” is no e-mail address.\n${usage}`);
  const granted = grantedRoleSchema.safeParse(role);
  if (!granted.success) throw new UsageError(`There is no role “${role}” to give: ${grantedRoles.join(', ')}.`);
  const scope = readScope(options);
  if (scope && granted.data !== 'moderator')
    throw new UsageError(`Only moderators are limited to programmes and wards.\n${usage}`);
  return {
    email: address.data,
    role: granted.data,
    ...(scope && { scope }),
    ...(reason && { reason }),
    isRevoked: revoke,
  };
}

/** To what a moderator is limited: codes of programmes and wards, each option once for each of them. */
function readScope({ programme = [], ward = [] }: Options): ModeratorScope | undefined {
  const unknown = ward.find((code) => !(code in wardNames));
  if (unknown) throw new UsageError(`There is no ward “${unknown}”: GET /api/v1/wards lists their codes.`);
  if (programme.length + ward.length === 0) return undefined;
  return { ...(programme.length > 0 && { programmes: programme }), ...(ward.length > 0 && { wards: ward }) };
}

export type Outcome = 'given' | 'given to a new account' | 'had already' | 'taken' | 'had not';

/**
 * Gives the role, and makes the account when there is none; or takes the role. Done twice it is done once.
 * Throws UsageError where there is nobody, or nobody else, to take it from.
 */
export async function changeRole(ctx: Ctx, grant: Grant): Promise<Outcome> {
  return grant.isRevoked ? take(ctx, grant) : give(ctx, grant);
}

async function give(ctx: Ctx, grant: Grant): Promise<Outcome> {
  await assertProgrammes(ctx, grant.scope?.programmes ?? []);
  const isKnown = (await findPersonId(ctx, 'email', grant.email)) !== undefined;
  const { version } = await accountOfEmail(ctx, grant.email);
  if ((await grantRole(ctx, grant)).version === version) return 'had already';
  return isKnown ? 'given' : 'given to a new account';
}

async function assertProgrammes(ctx: Ctx, codes: readonly string[]): Promise<void> {
  if (codes.length === 0) return;
  const there = (await programmesInForce(ctx)).map(({ code }) => code);
  const unknown = codes.find((code) => !there.includes(code));
  if (unknown) throw new UsageError(`There is no programme “${unknown}”: ${there.join(', ')}.`);
}

async function take(ctx: Ctx, grant: Grant): Promise<Outcome> {
  const id = await findPersonId(ctx, 'email', grant.email);
  const person = id && (await findPerson(ctx, id));
  if (!person) throw new UsageError(`Nobody has the address ${grant.email}.`);
  if (!person.roles.includes(grant.role)) return 'had not';
  try {
    await revokeRole(ctx, grant);
    return 'taken';
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'last_administrator')) throw error;
    throw new UsageError(`${grant.email} is the last administrator. Make somebody else one first.`);
  }
}
