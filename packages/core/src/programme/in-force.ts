/** The programmes as they are now, and which of them take what is new. */
import { AppError } from '../shared/app-error.ts';
import type { Ctx } from '../shared/context.ts';
import { second } from '../shared/time.ts';
import { officialProgrammes } from './official-list.ts';
import { readProgrammes } from './repo.ts';
import type { Programme } from './schema.ts';

/** How long a process uses the programmes it has read. */
const keptFor = 30 * second;

/** How long after a strong reading another one would tell nothing new to people: requests for codes that there are not cost one a second. */
const strongFor = 1 * second;

let kept: { table: string; programmes: readonly Programme[]; readAt: number; strongAt?: number } | undefined;

/**
 * All programmes in their order, retired ones too: at most half a minute old. If they can't be read, the last ones stay, so that requests
 * go on.
 */
export async function programmesInForce(ctx: Ctx): Promise<readonly Programme[]> {
  const { table } = ctx.db;
  const known = kept?.table === table ? kept : undefined;
  // By the machine's clock: imports act at the times of their rows.
  if (known && Math.abs(Date.now() - known.readAt) < keptFor) return known.programmes;
  try {
    return await readAgain(ctx);
  } catch (error) {
    ctx.log.warn('programmes_unreadable', { error: String(error) });
    return known?.programmes ?? officialProgrammes;
  }
}

async function readAgain(ctx: Ctx, options: { consistent?: boolean } = {}): Promise<readonly Programme[]> {
  const programmes = await readProgrammes(ctx, options);
  const readAt = Date.now();
  kept = { table: ctx.db.table, programmes, readAt, ...(options.consistent && { strongAt: readAt }) };
  return programmes;
}

/** All programmes, read strongly, at most a second ago. */
async function programmesJustNow(ctx: Ctx): Promise<readonly Programme[]> {
  const { table, strongAt = 0, programmes = [] } = kept ?? {};
  const isFresh = table === ctx.db.table && Math.abs(Date.now() - strongAt) < strongFor;
  return isFresh ? programmes : readAgain(ctx, { consistent: true });
}

/** Makes this process read the programmes anew: it has just changed one. */
export function forgetProgrammes(): void {
  kept = undefined;
}

/**
 * The programme of `code`, retired or not. What was kept for longer than a second never refuses: a programme may have been made a moment ago.
 * @throws invalid_input at `path` where there is none
 */
export async function requireProgramme(ctx: Ctx, code: string, path = '/programme'): Promise<Programme> {
  const known = findIn(await programmesInForce(ctx), code) ?? findIn(await programmesJustNow(ctx), code);
  if (!known) throw new AppError('invalid_input', { fields: [{ path, code: 'programme_unknown', message: '' }] });
  return known;
}

/**
 * The programme of `code`, which takes what is new. One that was retired within the last half minute may still be taken for open here.
 * @throws invalid_input where there is none, programme_retired
 */
export async function requireOpenProgramme(ctx: Ctx, code: string): Promise<Programme> {
  const known = await requireProgramme(ctx, code);
  // It may have been brought back a moment ago.
  const now = known.retiredAt ? findIn(await programmesJustNow(ctx), code) : known;
  if (!now || now.retiredAt) {
    const fields = [{ path: '/programme', code: 'programme_retired', message: '' }];
    throw new AppError('programme_retired', { fields });
  }
  return now;
}

function findIn(programmes: readonly Programme[], code: string): Programme | undefined {
  return programmes.find((programme) => programme.code === code);
}
