/** Gives a role to a person by e-mail address, also before their first sign-in. */
import type { Db } from '@hanoi/core/db/client';
import { accountOfEmail } from '@hanoi/core/identity/service';
import { emailSchema, grantedRoleSchema } from '@hanoi/core/person/schema';
import { grantRole } from '@hanoi/core/person/service';
import type { Ctx } from '@hanoi/core/shared/context';
import { grantedRoles } from '@hanoi/core/shared/role';

/** What is wrong with the command line, in a sentence for whoever typed it. */
export class UsageError extends Error {
  override name = 'UsageError';
}

export type Grant = { email: string; role: (typeof grantedRoles)[number] };

/** Reads `EMAIL [--role ROLE]`. Throws UsageError. */
export function readGrant(email: string | undefined, role = 'administrator'): Grant {
  const address = emailSchema.safeParse(email ?? '');
  if (!address.success) {
    throw new UsageError(
      `${email ? `“${email}” is no e-mail address.\n` : ''}npm run grant-admin -- EMAIL [--role ${grantedRoles.join('|')}]`,
    );
  }
  const granted = grantedRoleSchema.safeParse(role);
  if (!granted.success) throw new UsageError(`There is no role “${role}” to give: ${grantedRoles.join(', ')}.`);
  return { email: address.data, role: granted.data };
}

/** Gives the role; makes the account when there is none. Done twice it is done once. */
export async function giveRole(db: Db, { email, role }: Grant): Promise<'given' | 'had already'> {
  const ctx: Ctx = {
    actor: { kind: 'system', name: 'grant-admin' },
    now: () => new Date(),
    db,
    log: console,
    requestId: 'grant-admin',
  };
  const { roles } = await accountOfEmail(ctx, email);
  if (roles.includes(role)) return 'had already';
  await grantRole(ctx, email, role);
  return 'given';
}
