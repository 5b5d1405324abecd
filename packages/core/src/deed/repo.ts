/** Deeds in the table: what operators and administrators did to an account or an organisation, and why. Append-only. */
import { deedKey } from '../db/keys.ts';
import { type Part, putNew } from '../db/transact.ts';
import type { Ctx } from '../shared/context.ts';
import { newId, type OrganisationId, type PersonId } from '../shared/ids.ts';
import { iso } from '../shared/time.ts';

/** What was done, its facts, and why, where that was said. */
export type Deed = { deed: string; reason?: string } & Record<string, string | undefined>;

/** A part that stores who did something to a person's account or an organisation. It belongs in the transaction of the change. */
export function deedPart(ctx: Ctx, of: PersonId | OrganisationId, { deed, reason, ...facts }: Deed): Part {
  const { actor } = ctx;
  const by = actor.kind === 'person' ? actor.id : actor.kind === 'system' ? actor.name : 'anonymous';
  const event = { deed, ...facts, by, reason: reason ?? null, at: iso(ctx.now()) };
  return putNew({ ...deedKey(of, newId('event', ctx)), ...event });
}
