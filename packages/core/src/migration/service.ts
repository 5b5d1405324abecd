/**
 * Runs migrations: each scans every item once, in parts, and saves its position after every page, so that an interrupted run
 * continues where it stopped. Two runs at once do the same work twice, and no harm.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import pMap from 'p-map';
import type { Item } from '../db/keys.ts';
import type { Ctx } from '../shared/context.ts';
import {
  applyChange,
  deleteItem,
  findPlace,
  notePlace,
  type Place,
  partCount,
  putAbsent,
  readAgain,
  scanPart,
} from './repo.ts';
import { changeOf, type Migration } from './rules.ts';

export type MigrationRun = {
  /** Changes and saves nothing: counts what would be changed, from the beginning. */
  isDry?: boolean;
  /** Starts again from the beginning, even if finished: for items that an old version may have written late. */
  isAgain?: boolean;
  /** The run stops after the page during which this time is reached. */
  until: Date;
  /** Items read at a time. */
  pageSize?: number;
  /** Called after each page. */
  onPage?: (sofar: Migrated) => void;
};

/** What this run has seen and done. */
export type Migrated = { id: string; seen: number; changed: number; failed: number; isDone: boolean };

/** How often a change is tried on an item that others keep writing. */
const maxTries = 10;
const sideBySide = 8;

/** Runs the migrations in their order; each begins when the one before it has finished. */
export async function runMigrations(
  ctx: Ctx,
  migrations: readonly Migration[],
  options: MigrationRun,
): Promise<Migrated[]> {
  const all: Migrated[] = [];
  for (const migration of migrations) {
    const migrated = await runMigration(ctx, migration, options);
    ctx.log.info('migration_run', { ...migrated, isDry: options.isDry ?? false });
    all.push(migrated);
    if (!migrated.isDone) break;
  }
  return all;
}

async function runMigration(ctx: Ctx, migration: Migration, options: MigrationRun): Promise<Migrated> {
  const sofar: Migrated = { id: migration.id, seen: 0, changed: 0, failed: 0, isDone: false };
  if (options.isAgain && !options.isDry) await beginAnew(ctx, migration);
  for (let part = 0; part < partCount; part++) {
    if (!(await runPart(ctx, migration, part, options, sofar))) return sofar;
  }
  sofar.isDone = sofar.failed === 0;
  return sofar;
}

async function beginAnew(ctx: Ctx, { id }: Migration): Promise<void> {
  for (let part = 0; part < partCount; part++) {
    const { revision } = await findPlace(ctx, id, part);
    await notePlace(ctx, id, part, beginning, revision);
  }
}

const beginning: Omit<Place, 'revision'> = { isDone: false, hasFailed: false };

/** Runs through a part. False when time ran out. */
async function runPart(
  ctx: Ctx,
  migration: Migration,
  part: number,
  options: MigrationRun,
  sofar: Migrated,
): Promise<boolean> {
  const { isDry = false, until, pageSize = 500, onPage } = options;
  let place: Place = isDry ? { ...beginning, revision: 0 } : await findPlace(ctx, migration.id, part);
  while (!place.isDone) {
    const failedBefore = sofar.failed;
    const page = await scanPart(ctx, part, pageSize, place.after, migration.sortKeys);
    await pMap(page.items, (item) => migrateSafely(ctx, migration, item, isDry, sofar), { concurrency: sideBySide });
    onPage?.(sofar);
    const hasFailed = place.hasFailed || sofar.failed > failedBefore;
    const isThrough = !page.after;
    const next = { after: page.after, isDone: isThrough && !hasFailed, hasFailed };
    // Failed items must be tried again, so the next run starts this part from its beginning.
    const noted = isThrough && hasFailed ? beginning : next;
    const isNoted = isDry || (await notePlace(ctx, migration.id, part, noted, place.revision));
    if (isNoted && isThrough) break;
    place = isNoted ? { ...next, revision: place.revision + 1 } : await findPlace(ctx, migration.id, part);
    if (!place.isDone && ctx.now() >= until) return false;
  }
  return true;
}

async function migrateSafely(
  ctx: Ctx,
  migration: Migration,
  item: Item,
  isDry: boolean,
  sofar: Migrated,
): Promise<void> {
  sofar.seen++;
  try {
    if (migration.isObsolete?.(item)) {
      if (!isDry) await deleteItem(ctx, item);
      sofar.changed++;
      return;
    }
    const added = await addBeside(ctx, migration, item, isDry);
    if ((await migrate(ctx, migration, item, isDry)) || added) sofar.changed++;
  } catch (error) {
    sofar.failed++;
    ctx.log.error('migration_failed', { migration: migration.id, pk: item.pk, sk: item.sk, error: String(error) });
  }
}

/** Whether anything was added next to the item. A dry run looks and adds nothing. */
async function addBeside(ctx: Ctx, migration: Migration, item: Item, isDry: boolean): Promise<boolean> {
  let added = false;
  for (const one of migration.beside?.(structuredClone(item)) ?? [])
    if (isDry ? !(await readAgain(ctx, one)) : await putAbsent(ctx, one)) added = true;
  return added;
}

/** Changes an item. If somebody has written it meanwhile, their write stays, and the change is tried again on it. */
async function migrate(ctx: Ctx, migration: Migration, found: Item, isDry: boolean): Promise<boolean> {
  let item: Item | undefined = found;
  for (let attempt = 1; item; attempt++) {
    const wanted = await migration.up(structuredClone(item), (key) => readAgain(ctx, key));
    const change = wanted && changeOf(item, wanted);
    if (!change) return false;
    if (isDry || (await applyChange(ctx, change))) return true;
    if (attempt === maxTries) throw new Error('It is written all the time.');
    await sleep(Math.random() * 5 * attempt);
    item = await readAgain(ctx, item);
  }
  return false;
}
