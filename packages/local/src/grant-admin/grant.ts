/** Gives a role to a person by e-mail address, also before their first sign-in. */
import type { Db } from '@hanoi/core/db/client';
import { accountOfEmail } from '@hanoi/core/identity/service';
import { findPersonId } from '@hanoi/core/person/repo';
import { emailSchema, grantedRoleSchema } from '@hanoi/core/person/schema';
import { grantRole } from '@hanoi/core/person/service';
import type { Ctx } from '@hanoi/core/shared/context';
import { grantedRoles } from '@hanoi/core/shared/role';

/** What is wrong with the command line, in a sentence for whoever typed it. */
export class UsageError extends Error {
  override name = 'UsageError';
}

export type Grant = { email: string; role: (typeof grantedRoles)[number] };

const usage = `npm run grant-admin -- EMAIL [--role ${grantedRoles.join('|')}]`;

/** Reads `EMAIL [--role ROLE]`. Throws UsageError. */
export function readGrant(typed: readonly string[], role = 'administrator'): Grant {
  const [email, ...more] = typed;
  if (email === undefined || more.length > 0) throw new UsageError(usage);
  const address = emailSchema.safeParse(email);
  if (!address.success) throw new UsageError(`“${email}” is no e-mail address.\n${usage}`);
  const granted = grantedRoleSchema.safeParse(role);
  if (!granted.success) throw new UsageError(`There is no role “${role}” to give: ${grantedRoles.join(', ')}.`);
  return { email: address.data, role: granted.data };
}

export type Outcome = 'given' | 'given to a new account' | 'had already';

/** Gives the role; makes the account when there is none. Done twice it is done once. */
export async function giveRole(db: Db, { email, role }: Grant): Promise<Outcome> {
  const ctx: Ctx = {
    actor: { kind: 'system', name: 'grant-admin' },
    now: () => new Date(),
    db,
    log: console,
    requestId: 'grant-admin',
  };
  const isKnown = (await findPersonId(ctx, 'email', email)) !== undefined;
  const { roles } = await accountOfEmail(ctx, email);
  if (roles.includes(role)) return 'had already';
  await grantRole(ctx, email, role);
  return isKnown ? 'given' : 'given to a new account';
}
