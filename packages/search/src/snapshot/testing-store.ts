/** A store of snapshots in a folder, for tests. */
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SnapshotStore } from './store.ts';

/** The store in `folder`, whose files tests may damage. */
export function folderStore(folder: string): SnapshotStore {
  const place = (name: string) => {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    return path;
  };
  return {
    list: async (prefix) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.startsWith(prefix))
        .sort(),
    readText: async (name) => readFileSync(join(folder, name), 'utf8'),
    readRange: async (name, start, end) => readFileSync(join(folder, name)).subarray(start, end + 1),
    putFile: async (name, file) => cpSync(file, place(name)),
    putText: async (name, text) => writeFileSync(place(name), text),
  };
}
