/** Deeds in the table: what operators and administrators did to an account or an organisation, and why. Append-only. */
import { actorName, auditPart } from '../audit/repo.ts';
import type { AuditAction } from '../audit/schema.ts';
import { deedKey } from '../db/keys.ts';
import { queryPage } from '../db/query.ts';
import { type Part, putNew } from '../db/transact.ts';
import type { Ctx } from '../shared/context.ts';
import { newId, type OrganisationId, type PersonId } from '../shared/ids.ts';
import { iso } from '../shared/time.ts';

/** What was done; why, and the name, where there are some; and the facts, which are ids and codes. */
export type Deed = {
  deed: AuditAction;
  reason?: string;
  name?: string;
  facts?: Record<string, string | number | undefined>;
};

/** A deed as it is read: by whom, when, why. */
export type ToldDeed = Pick<Deed, 'deed'> & { by: string; at: string; reason: string | null; member?: PersonId };

/** The latest deeds of a person's account or an organisation, newest first. */
export async function listDeeds(ctx: Ctx, of: PersonId | OrganisationId, limit: number): Promise<ToldDeed[]> {
  const { pk: partition, sk: prefix } = deedKey(of, '');
  const newest = { list: `${of} deeds`, partition, prefix, order: 'descending', limit, consistent: true } as const;
  return (await queryPage(ctx, newest)).items as unknown as ToldDeed[];
}

/**
 * The parts that store who did something to a person's account or an organisation: the deed, and its entry in the audit log without the
 * texts. They belong in the transaction of the change.
 */
export function deedParts(ctx: Ctx, of: PersonId | OrganisationId, { deed, reason, name, facts }: Deed): Part[] {
  const known = Object.entries(facts ?? {}).filter(([, value]) => value !== undefined);
  const told = { deed, ...(name !== undefined && { name }), ...Object.fromEntries(known) };
  const event = { ...told, by: actorName(ctx), reason: reason ?? null, at: iso(ctx.now()) };
  return [
    putNew({ ...deedKey(of, newId('event', ctx)), ...event }),
    auditPart(ctx, { action: deed, subject: of, facts }),
  ];
}
