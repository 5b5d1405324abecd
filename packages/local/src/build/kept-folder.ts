/** Folders that take long to make and are kept side by side. Several independent processes may make and delete them. */
import { chmod, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ifGone } from '@hanoi/engine/gone';

/**
 * Lets `make` fill a new folder, and moves it to `folder` when it is complete. Where several processes make the same folder at once,
 * any one of the results is kept. Throws what `make` throws.
 */
export async function makeWhole(folder: string, make: (draft: string) => Promise<void>): Promise<void> {
  const draft = await mkdtemp(`${folder}.`);
  try {
    await make(draft);
    // `mkdtemp` gives access to the owner only. Builds hold no secrets, and a service may run as another user.
    await chmod(draft, 0o755);
    await rename(draft, folder);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    // Another process was faster: `rename` does not replace a folder that is not empty.
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error;
  }
}

/** Deletes from `parent` what is older than `longestMs` returns for its name. It returns undefined for names that are not ours. */
export async function dropOlder(parent: string, longestMs: (name: string) => number | undefined): Promise<void> {
  for (const name of await readdir(parent)) {
    const longest = longestMs(name);
    if (longest === undefined) continue;
    const path = join(parent, name);
    const found = await stat(path).catch(ifGone);
    if (found && found.mtimeMs < Date.now() - longest) await rm(path, { recursive: true, force: true });
  }
}
