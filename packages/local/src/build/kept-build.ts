/**
 * Builds, each in a folder of its own named after its sources, and a link to the newest. A site that runs goes on with
 * the files it started from while a newer build is made and used beside it.
 */
import { existsSync } from 'node:fs';
import { lstat, mkdtemp, readdir, readlink, rename, rm, stat, symlink, utimes } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

const keptForMs = 24 * 60 * 60 * 1000;

/**
 * Lets `link` lead to a build of the sources with this fingerprint. `make` writes one into the folder it is given, and
 * runs only when there is none (or `force`); what it throws is thrown, and leaves the link as it was. Builds not used
 * for a day go.
 */
export async function keepBuild(
  link: string,
  print: string,
  make: (folder: string) => Promise<void>,
  force = false,
): Promise<void> {
  const folder = join(dirname(link), `.${basename(link)}-${print.slice(0, 16)}`);
  if (force) await rm(folder, { recursive: true, force: true });
  if (!existsSync(folder)) {
    const unfinished = await mkdtemp(`${folder}.`);
    await make(unfinished);
    await rename(unfinished, folder).catch(async (error: unknown) => {
      // Another process may have made the same meanwhile: either will do.
      await rm(unfinished, { recursive: true });
      if (!existsSync(folder)) throw error;
    });
  }
  const now = new Date();
  await utimes(folder, now, now);
  await point(link, folder);
  await dropOld(link, folder);
}

async function point(link: string, folder: string): Promise<void> {
  const there = await lstat(link).catch(() => undefined);
  if (there?.isSymbolicLink() && (await readlink(link)) === basename(folder)) return;
  if (there && !there.isSymbolicLink()) await rm(link, { recursive: true });
  const fresh = join(await mkdtemp(`${folder}.`), 'link');
  await symlink(basename(folder), fresh);
  await rename(fresh, link);
  await rm(dirname(fresh), { recursive: true });
}

async function dropOld(link: string, current: string): Promise<void> {
  const parent = dirname(link);
  for (const name of await readdir(parent)) {
    const path = join(parent, name);
    if (!name.startsWith(`.${basename(link)}-`) || path === current) continue;
    const { mtimeMs } = await stat(path);
    if (mtimeMs < Date.now() - keptForMs) await rm(path, { recursive: true, force: true });
  }
}
