/** What is said of a snapshot beside it. The manifest is stored last, so a snapshot that has one is whole. */
import { z } from '@hanoi/core/shared/zod';
import { replicaVersion } from '../replica/file.ts';
import type { SnapshotStore } from './store.ts';

const manifestSchema = z.object({
  /** The name of the file in the store. */
  file: z.string().min(1),
  bytes: z.number().int().positive(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  replicaVersion: z.number().int(),
  madeAt: z.iso.datetime(),
  /** Every change before this time is in it; null where the replica has not come to the end of the index yet. */
  asOf: z.iso.datetime().nullable(),
  /** How far it has followed each partition of the index of changes. */
  places: z.array(z.object({ upTo: z.string(), id: z.string() })),
});

export type Manifest = z.output<typeof manifestSchema>;

/** Snapshots of another version are not even looked at: while versions change, functions of both run. */
const folder = `snapshots/v${replicaVersion}/`;
const suffix = '.json';

/** The name of a snapshot's file, and the name of its manifest. Names of later snapshots are later in the alphabet. */
export function namesOf(madeAt: Date): { file: string; manifest: string } {
  const name = folder + madeAt.toISOString().replaceAll(':', '-');
  return { file: `${name}.sqlite`, manifest: `${name}${suffix}` };
}

/** The names of all manifests, newest first. */
export async function listManifests(store: SnapshotStore): Promise<string[]> {
  return (await store.list(folder)).filter((name) => name.endsWith(suffix)).toReversed();
}

/** Reads a manifest. @throws when it is none */
export async function readManifest(store: SnapshotStore, name: string): Promise<Manifest> {
  return manifestSchema.parse(JSON.parse(await store.readText(name)));
}
