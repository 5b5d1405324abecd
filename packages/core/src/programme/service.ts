/** Use cases of programmes: making one, changing it, retiring it, bringing it back. */
import { transact } from '../db/transact.ts';
import { AppError } from '../shared/app-error.ts';
import { type Ctx, hasRole } from '../shared/context.ts';
import { iso } from '../shared/time.ts';
import { versionConflict } from '../shared/version.ts';
import { forgetProgrammes } from './in-force.ts';
import { changedProgrammeParts, newProgrammeParts, readProgrammes, type StoredChange } from './repo.ts';
import { assertNamesFree, assertTerm, formerNamesOf, lastPlace, nextCode } from './rules.ts';
import { mostProgrammes, type NewProgramme, type Programme, type ProgrammeChange, type Retirement } from './schema.ts';

/** Tries to make a code while others make programmes too. */
const mostTries = 5;

/**
 * Makes a programme. Where no code is chosen, it gets the next one. For administrators and the system.
 * @throws not_allowed, programme_exists for a code that is taken, programmes_too_many, invalid_input for a name that is taken
 */
export async function createProgramme(ctx: Ctx, input: NewProgramme): Promise<Programme> {
  assertKeeper(ctx);
  for (let attempt = 1; ; attempt++) {
    try {
      return await create(ctx, input);
    } catch (error) {
      const isTaken = error instanceof AppError && error.code === 'programme_exists';
      if (!isTaken || input.code || attempt === mostTries) throw error;
    }
  }
}

async function create(ctx: Ctx, { reason, code, order, ...texts }: NewProgramme): Promise<Programme> {
  const all = await readProgrammes(ctx, { consistent: true });
  if (all.length >= mostProgrammes) throw new AppError('programmes_too_many');
  if (all.some((one) => one.code === code)) throw new AppError('programme_exists');
  const programme: Programme = {
    ...texts,
    code: code ?? nextCode(all),
    order: order ?? lastPlace(all),
    retiredAt: null,
    formerNames: [],
    version: 1,
  };
  assertNamesFree(all, programme);
  await transact(ctx, newProgrammeParts(ctx, programme, reason));
  forgetProgrammes();
  return programme;
}

/**
 * Changes names, description, term, place, or who posts in it. A change of nothing writes nothing.
 * @throws not_allowed, programme_not_found, version_conflict, invalid_input
 */
export async function changeProgramme(
  ctx: Ctx,
  code: string,
  { reason, version, ...texts }: ProgrammeChange,
): Promise<Programme> {
  return change(ctx, code, { version, reason, move: 'changed' }, (before, all) => {
    const after = { ...before, ...texts };
    assertTerm(after);
    assertNamesFree(all, after);
    return { ...after, formerNames: formerNamesOf(before, after) };
  });
}

/**
 * Retires a programme: nothing new gets into it, what is there stays. Done twice it is done once.
 * @throws not_allowed, programme_not_found, version_conflict
 */
export async function retireProgramme(ctx: Ctx, code: string, why: Retirement): Promise<Programme> {
  const at = iso(ctx.now());
  return change(ctx, code, { ...why, move: 'retired' }, (before) => ({ ...before, retiredAt: before.retiredAt ?? at }));
}

/** Brings a retired programme back. Done twice it is done once. @throws not_allowed, programme_not_found, version_conflict */
export async function restoreProgramme(ctx: Ctx, code: string, why: Retirement): Promise<Programme> {
  return change(ctx, code, { ...why, move: 'restored' }, (before) => ({ ...before, retiredAt: null }));
}

type Change = Retirement & Pick<StoredChange, 'move'>;
type Become = (before: Programme, all: readonly Programme[]) => Programme;

async function change(ctx: Ctx, code: string, { version, reason, move }: Change, become: Become): Promise<Programme> {
  assertKeeper(ctx);
  const all = await readProgrammes(ctx, { consistent: true });
  const before = all.find((one) => one.code === code);
  if (!before) throw new AppError('programme_not_found');
  if (version !== undefined && version !== before.version) throw versionConflict(before.version);
  const after = become(before, all);
  const changed = (Object.keys(after) as (keyof Programme)[]).filter(
    (field) => field !== 'formerNames' && after[field] !== before[field],
  );
  if (changed.length === 0) return before;
  const valuesOf = (one: Programme) => Object.fromEntries(changed.map((field) => [field, one[field]]));
  const told = { move, before: valuesOf(before), after: valuesOf(after), reason } as Parameters<
    typeof changedProgrammeParts
  >[3];
  await transact(ctx, changedProgrammeParts(ctx, before, after, told));
  forgetProgrammes();
  return { ...after, version: before.version + 1 };
}

/** @throws not_allowed */
function assertKeeper(ctx: Ctx): void {
  if (ctx.actor.kind !== 'system' && !hasRole(ctx.actor, 'administrator')) throw new AppError('not_allowed');
}
