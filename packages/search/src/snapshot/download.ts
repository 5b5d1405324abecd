/** Fetches the file of a snapshot, several ranges at a time: one connection to S3 gives a fraction of what a function can take. */
import { mkdirSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
import pMap from 'p-map';
import { ReplicaUnusable } from '../replica/file.ts';
import { hashOfFile } from './hash.ts';
import type { Manifest } from './manifest.ts';
import type { SnapshotStore } from './store.ts';

const rangeBytes = 8 * 1_048_576;
const atOnce = 8;
/** A function that slept between two calls finds its connections closed: each range is asked for again. */
const triesOfRange = 5;

/** Fetches the snapshot into `file`. @throws ReplicaUnusable when it is not what its manifest says, and what the store throws */
export async function download(store: SnapshotStore, manifest: Manifest, file: string): Promise<void> {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const target = await open(file, 'w', 0o600);
  try {
    const starts = Array.from({ length: Math.ceil(manifest.bytes / rangeBytes) }, (_, index) => index * rangeBytes);
    const fetchRange = async (start: number) => {
      const bytes = await readRange(store, manifest, start);
      await target.write(bytes, 0, bytes.length, start);
    };
    await pMap(starts, fetchRange, { concurrency: atOnce });
  } finally {
    await target.close();
  }
  if ((await hashOfFile(file)) !== manifest.sha256)
    throw new ReplicaUnusable(`The snapshot ${manifest.file} is not what its manifest says.`);
}

async function readRange(store: SnapshotStore, { file, bytes }: Manifest, start: number): Promise<Uint8Array> {
  const end = Math.min(start + rangeBytes, bytes) - 1;
  for (let attempt = 1; ; attempt++) {
    try {
      return await store.readRange(file, start, end);
    } catch (error) {
      if (attempt === triesOfRange) throw error;
    }
  }
}
