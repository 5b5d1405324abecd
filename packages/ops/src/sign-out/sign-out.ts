/** Signs a person out of every device, when an account or a device has fallen into other hands. */
import { findPersonId } from '@hanoi/core/person/repo';
import { emailSchema } from '@hanoi/core/person/schema';
import { endAllSessions } from '@hanoi/core/session/service';
import type { Ctx } from '@hanoi/core/shared/context';
import { UsageError } from '../command.ts';

const usage = 'npm run sign-out -- EMAIL';

/** Reads `EMAIL`. Throws UsageError. */
export function readAddress(typed: readonly string[]): string {
  const [email, ...more] = typed;
  if (email === undefined || more.length > 0) throw new UsageError(usage);
  const address = emailSchema.safeParse(email);
  if (!address.success) throw new UsageError(`“${email}” is no e-mail address.\n${usage}`);
  return address.data;
}

/** Ends all sessions of the person with this address; returns their number. Throws UsageError if nobody has it. */
export async function signOut(ctx: Ctx, email: string): Promise<number> {
  const person = await findPersonId(ctx, 'email', email);
  if (!person) throw new UsageError(`Nobody has the address ${email}.`);
  return endAllSessions(ctx, person);
}
