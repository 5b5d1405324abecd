/** The flags in force: read as they are, and asked whether an endpoint may go on. Every cold start loads this; nothing that changes flags is here. */

import type { Endpoint } from '../api/endpoint.ts';
import { AppError } from '../shared/app-error.ts';
import type { Ctx } from '../shared/context.ts';
import { second } from '../shared/time.ts';
import { findFlags } from './repo.ts';
import { canBeOff, refusingFlag, unverifiedAct } from './rules.ts';
import { defaultFlags, type Flags } from './schema.ts';

/** How long a process uses the flags it has read. */
const keptFor = 30 * second;

/** The flags this process has read last. No library for these few lines, as every cold start pays for what it loads. */
let kept: { table: string; flags: Flags; readAt: number } | undefined;

/** The flags, at most half a minute old. If they can't be read, the last ones stay in force, so that requests go on. */
export async function getFlags(ctx: Ctx): Promise<Flags> {
  const { table } = ctx.db;
  const now = ctx.now().getTime();
  const known = kept?.table === table ? kept : undefined;
  if (known && now < known.readAt + keptFor) return known.flags;
  try {
    const flags = { ...defaultFlags, ...(await findFlags(ctx)).set };
    kept = { table, flags, readAt: now };
    return flags;
  } catch (error) {
    ctx.log.warn('flags_unreadable', { error: String(error) });
    return known?.flags ?? defaultFlags;
  }
}

/** Makes this process read the flags anew: it has just set one. */
export function forgetFlags(): void {
  kept = undefined;
}

/** @throws feature_off when an operator has switched off the feature of the endpoint, eid_required when they ask an electronic identity for it */
export async function assertOn(ctx: Ctx, endpoint: Endpoint): Promise<void> {
  if (!canBeOff(endpoint)) return;
  const flags = await getFlags(ctx);
  const flag = refusingFlag(flags, endpoint);
  if (flag) throw new AppError('feature_off', { data: { flag, retryAfter: 60 } });
  const act = unverifiedAct(flags, endpoint, ctx.actor);
  if (act) throw new AppError('eid_required', { data: { act } });
}
