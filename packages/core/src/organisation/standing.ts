/**
 * What an organisation is known as: verified, with what was seen, or not; suspended or not. While it is suspended nobody speaks in its
 * name: its memberships say so, as they are part of the actor.
 */
import { transact } from '../db/transact.ts';
import { deedParts } from '../deed/repo.ts';
import { AppError } from '../shared/app-error.ts';
import { type Ctx, requirePerson } from '../shared/context.ts';
import type { OrganisationId } from '../shared/ids.ts';
import { iso } from '../shared/time.ts';
import { versionConflict } from '../shared/version.ts';
import { projectMembers } from './projection.ts';
import {
  changeOrganisationPart,
  findOrganisation,
  requireOrganisationRights,
  type StoredOrganisation,
} from './repo.ts';
import type { NewVerification } from './schema.ts';

/**
 * Verifies an organisation, with the evidence: what was seen, where, and the number or address by which others find it. Verified again,
 * the new evidence takes the place of the former, which stays among its deeds.
 * @throws not_signed_in, not_allowed, organisation_not_found, version_conflict
 */
export async function verifyOrganisation(ctx: Ctx, id: OrganisationId, evidence: NewVerification): Promise<void> {
  const organisation = await requireForStanding(ctx, id);
  const verification = { ...evidence, at: iso(ctx.now()), by: requirePerson(ctx).id };
  const { seen, where, reference } = evidence;
  const reason = [seen, where, reference].filter(Boolean).join(' · ');
  await changeStanding(ctx, organisation, { verification }, { deed: 'organisation_verified', reason });
}

/** Takes the verification back; without one nothing changes. @throws as `verifyOrganisation` */
export async function withdrawVerification(ctx: Ctx, id: OrganisationId, reason: string): Promise<void> {
  const organisation = await requireForStanding(ctx, id);
  if (!organisation.verification) return;
  await changeStanding(ctx, organisation, { verification: null }, { deed: 'organisation_unverified', reason });
}

/** Suspends an organisation: nobody speaks in its name from then on. Again changes nothing. @throws as `verifyOrganisation` */
export async function suspendOrganisation(ctx: Ctx, id: OrganisationId, reason: string): Promise<void> {
  const organisation = await requireForStanding(ctx, id);
  if (organisation.suspension) return;
  const suspension = { reason, at: iso(ctx.now()), by: requirePerson(ctx).id };
  await changeStanding(ctx, organisation, { suspension }, { deed: 'organisation_suspended', reason });
  await projectMembers(ctx, id);
}

/** Lifts a suspension: its members speak in its name again. Without one nothing changes. @throws as `verifyOrganisation` */
export async function liftOrganisation(ctx: Ctx, id: OrganisationId, reason: string): Promise<void> {
  const organisation = await requireForStanding(ctx, id);
  if (!organisation.suspension) return;
  await changeStanding(ctx, organisation, { suspension: null }, { deed: 'organisation_lifted', reason });
  await projectMembers(ctx, id);
}

async function requireForStanding(ctx: Ctx, id: OrganisationId): Promise<StoredOrganisation> {
  requirePerson(ctx);
  requireOrganisationRights(ctx);
  const organisation = await findOrganisation(ctx, id);
  if (!organisation) throw new AppError('organisation_not_found');
  return organisation;
}

async function changeStanding(
  ctx: Ctx,
  organisation: StoredOrganisation,
  change: Pick<Partial<StoredOrganisation>, 'verification' | 'suspension'>,
  deed: Parameters<typeof deedParts>[2],
): Promise<void> {
  const refused = (found: Record<string, unknown> | undefined) => versionConflict(found?.version);
  await transact(ctx, [
    changeOrganisationPart(organisation, change, refused),
    ...deedParts(ctx, organisation.id, deed),
  ]);
}
