/** Opens a replica from the best there is: its own file, else the newest snapshot that can be used, else from nothing. */
import { existsSync, renameSync, rmSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import type { Ctx } from '@hanoi/core/shared/context';
import { after, day } from '@hanoi/core/shared/time';
import { placesIn } from '../follow/places.ts';
import { isOfThisTable } from '../follow/same-table.ts';
import { openReplica, ReplicaUnusable, removeReplica, replicaVersion } from '../replica/file.ts';
import { findDamage } from '../replica/sound-file.ts';
import { download } from './download.ts';
import { listManifests, type Manifest, readManifest } from './manifest.ts';
import type { SnapshotStore } from './store.ts';

/**
 * How old a replica or a snapshot may be. What is deleted is known by what is left in its place, for at least so long; an older
 * replica might keep what nobody may read any more.
 */
export const oldestUsable = 7 * day;

/** Snapshots that are tried before the replica is made from the index of changes. */
const snapshotsTried = 3;

export type Opened = {
  db: DatabaseSync;
  from: 'file' | 'snapshot' | 'index';
};

type Options = { file: string; store: SnapshotStore; ctx: Ctx };

/** Opens the replica in `file` for writing. What could not be used is in the log. @throws what the table throws */
export async function openFromSnapshot({ file, store, ctx }: Options): Promise<Opened> {
  if (existsSync(file)) {
    const db = await orUndefined(ctx, file, () => openUsable(file, ctx));
    if (db) return { db, from: 'file' };
  }
  const names = (await orUndefined(ctx, 'snapshots', () => fromStore(() => listManifests(store)))) ?? [];
  for (const name of names.slice(0, snapshotsTried)) {
    const db = await orUndefined(ctx, name, () => fetchUsable(name, { file, store, ctx }));
    if (db) return { db, from: 'snapshot' };
  }
  removeReplica(file);
  return { db: openReplica(file), from: 'index' };
}

/** What can't be used is passed over. A table that does not answer says nothing about that: its errors are thrown. */
async function orUndefined<T>(ctx: Ctx, name: string, work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ReplicaUnusable)) throw error;
    ctx.log.warn('replica_unusable', { name, why: error.message });
    return undefined;
  }
}

/** What the store does not give is not usable, for whatever reason. @throws ReplicaUnusable */
async function fromStore<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof ReplicaUnusable) throw cause;
    throw new ReplicaUnusable(`It could not be read: ${String(cause)}`, { cause });
  }
}

async function fetchUsable(name: string, { file, store, ctx }: Options): Promise<DatabaseSync> {
  const manifest = await fromStore(() => readManifest(store, name));
  await assertWorthFetching(manifest, ctx);
  const part = `${file}.part`;
  try {
    await fromStore(() => download(store, manifest, part));
    removeReplica(file);
    renameSync(part, file);
  } finally {
    rmSync(part, { force: true });
  }
  return openUsable(file, ctx);
}

/** What the manifest alone can tell. @throws ReplicaUnusable */
async function assertWorthFetching(manifest: Manifest, ctx: Ctx): Promise<void> {
  if (manifest.replicaVersion !== replicaVersion)
    throw new ReplicaUnusable(`It has version ${manifest.replicaVersion}; this program reads ${replicaVersion}.`);
  assertYoung(new Date(manifest.asOf ?? manifest.madeAt), ctx);
  if (!(await isOfThisTable(ctx, manifest.places))) throw new ReplicaUnusable('It was made from another table.');
}

/** @throws ReplicaUnusable */
async function openUsable(file: string, ctx: Ctx): Promise<DatabaseSync> {
  const damage = await findDamage(file);
  if (damage) throw new ReplicaUnusable(`It is damaged: ${damage}`);
  const db = openReplica(file);
  try {
    const places = placesIn(db);
    const asOf = places.asOf();
    if (asOf) assertYoung(asOf, ctx);
    if (!(await isOfThisTable(ctx, places.all()))) throw new ReplicaUnusable('It was made from another table.');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function assertYoung(time: Date, ctx: Ctx): void {
  if (time < after(ctx.now(), -oldestUsable)) throw new ReplicaUnusable(`It is of ${time.toISOString()}: too old.`);
}
