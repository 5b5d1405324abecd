/** Use cases of flags: what everybody may know of them, the changes of the latest time, and setting one. */

import { actorName } from '../audit/repo.ts';
import { transact } from '../db/transact.ts';
import { withWho } from '../person/repo.ts';
import { AppError } from '../shared/app-error.ts';
import { type Ctx, hasRole, requirePerson } from '../shared/context.ts';
import { versionConflict } from '../shared/version.ts';
import { listFlagChanges, setFlagsParts } from './changes.ts';
import { forgetFlags, getFlags } from './in-force.ts';
import { findFlags } from './repo.ts';
import { bannerNow } from './rules.ts';
import { defaultFlags, type FlagChanges, type FlagName, type Flags } from './schema.ts';

/** What everybody may know of the flags: as `getFlags`, but a banner only while it shows. */
export async function getPublicFlags(ctx: Ctx): Promise<Flags> {
  const flags = await getFlags(ctx);
  return { ...flags, banner: bannerNow(flags.banner, ctx.now()) };
}

/** Changes that are shown: enough to find the latest of each flag. */
const shownChanges = 100;

/** The flags as they are at this moment, and the latest changes. For administrators. @throws not_signed_in, not_allowed */
export async function getFlagChanges(ctx: Ctx): Promise<FlagChanges> {
  if (!hasRole(requirePerson(ctx), 'administrator')) throw new AppError('not_allowed');
  const [{ set, version }, changes] = await Promise.all([
    findFlags(ctx, { consistent: true }),
    listFlagChanges(ctx, shownChanges),
  ]);
  const named = await withWho(ctx, changes);
  const shown = named.map(({ name, to, by, who, reason = null, at }) => ({ name, to, by, who, reason, at }));
  return { version, flags: { ...defaultFlags, ...set }, changes: shown };
}

/**
 * Sets a flag for everybody, and stores who did, and why. Other processes follow within half a minute. For administrators and the system.
 * @throws not_allowed; version_conflict when another is set at the same moment, or was since `version`
 */
export async function setFlag<Name extends FlagName>(
  ctx: Ctx,
  name: Name,
  value: Flags[Name],
  { reason, version }: { reason?: string; version?: number } = {},
): Promise<Flags> {
  if (ctx.actor.kind !== 'system' && !hasRole(ctx.actor, 'administrator')) throw new AppError('not_allowed');
  const stored = await findFlags(ctx, { consistent: true });
  if (version !== undefined && version !== stored.version) throw versionConflict(stored.version);
  const before = { ...defaultFlags, ...stored.set };
  const change = { name, from: before[name], to: value, by: actorName(ctx), ...(reason && { reason }) };
  await transact(ctx, setFlagsParts(ctx, { ...stored, set: { ...stored.set, [name]: value } }, change));
  forgetFlags();
  return { ...before, [name]: value };
}
