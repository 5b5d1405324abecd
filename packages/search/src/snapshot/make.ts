/** Makes a snapshot of a replica: one compact file without what was deleted, and its manifest. */
import { rmSync, statSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { placesIn } from '../follow/places.ts';
import { ReplicaUnusable, replicaVersion } from '../replica/file.ts';
import { optimise } from '../replica/optimise.ts';
import { findDamage } from '../replica/sound-file.ts';
import { hashOfFile } from './hash.ts';
import { type Manifest, namesOf } from './manifest.ts';
import type { SnapshotStore } from './store.ts';

type Options = {
  /** The replica; nothing else writes to it meanwhile. */
  db: DatabaseSync;
  store: SnapshotStore;
  /** Where the copy is put before it is sent: it takes as much room as the replica. */
  copy: string;
  now: () => Date;
};

/** Stores a snapshot, then its manifest. @throws ReplicaUnusable when the copy is damaged, and what the store throws */
export async function makeSnapshot({ db, store, copy, now }: Options): Promise<Manifest> {
  const places = placesIn(db);
  const facts = { asOf: places.asOf()?.toISOString() ?? null, places: places.all(), replicaVersion };
  rmSync(copy, { force: true });
  try {
    optimise(db);
    db.prepare('VACUUM INTO ?').run(copy);
    const damage = await findDamage(copy);
    if (damage) throw new ReplicaUnusable(`The copy of the search index is damaged: ${damage}`);
    const { bytes, sha256 } = { bytes: statSync(copy).size, sha256: await hashOfFile(copy) };
    const madeAt = now();
    const names = namesOf(madeAt);
    const manifest = { file: names.file, bytes, sha256, madeAt: madeAt.toISOString(), ...facts };
    await store.putFile(names.file, copy, { bytes, sha256 });
    await store.putText(names.manifest, JSON.stringify(manifest));
    return manifest;
  } finally {
    rmSync(copy, { force: true });
  }
}
