/** The data folder is its owner's alone: drafts, addresses and codes lie in it, and where the engine answers. */
import { chmodSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isMainThread } from 'node:worker_threads';
import { lockName } from './lock.ts';

const ownerOnly = 0o700;

/** What this process and its children write from now on, only its owner can read. */
export function writePrivately(): void {
  // The mask belongs to the process: a worker thread of it has the one its process set, and may set none.
  if (isMainThread) process.umask(0o077);
}

/**
 * Makes the data folder, closed to others, or closes one that an earlier version left open. A folder that holds something
 * else, named by mistake, stays as it is.
 * @throws Error when the folder belongs to somebody else
 */
export function openPrivateFolder(folder: string): void {
  writePrivately();
  mkdirSync(folder, { recursive: true, mode: ownerOnly });
  const isOurs = existsSync(join(folder, lockName)) || readdirSync(folder).length === 0;
  if (!isOurs) return;
  try {
    chmodSync(folder, ownerOnly);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'EPERM') throw cause;
    throw new Error(
      `The data folder ${folder} belongs to another user: give it to the one who runs the site (chown), or set DATA_DIR.`,
      { cause },
    );
  }
}
