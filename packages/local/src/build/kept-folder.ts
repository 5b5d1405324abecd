/** Folders that take long to make and are kept beside each other, by processes that know nothing of each other. */
import { chmod, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ifGone } from '@hanoi/engine/gone';

/**
 * Lets `make` fill a new folder, which appears as `folder` whole or not at all. Where several make the same at once, one
 * stays: it is left open whose. Throws what `make` throws.
 */
export async function makeWhole(folder: string, make: (draft: string) => Promise<void>): Promise<void> {
  const draft = await mkdtemp(`${folder}.`);
  try {
    await make(draft);
    // Made for its owner alone; what is built is nobody's secret, and a service may run as somebody else.
    await chmod(draft, 0o755);
    await rename(draft, folder);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    // Another process was faster: a folder with something in it is not replaced.
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error;
  }
}

/** Removes from `parent` what is older than `longestMs` says of its name; undefined where the name is none of ours. */
export async function dropOlder(parent: string, longestMs: (name: string) => number | undefined): Promise<void> {
  for (const name of await readdir(parent)) {
    const longest = longestMs(name);
    if (longest === undefined) continue;
    const path = join(parent, name);
    const found = await stat(path).catch(ifGone);
    if (found && found.mtimeMs < Date.now() - longest) await rm(path, { recursive: true, force: true });
  }
}
