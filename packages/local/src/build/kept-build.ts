/**
 * Builds, each in a folder of its own named after its sources, and a link to the newest. A site that runs goes on with
 * the files it started from while a newer build is made and used beside it.
 */
import { mkdtemp, readlink, rename, rm, symlink, utimes } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ifGone } from '@hanoi/engine/gone';
import { dropOlder, makeWhole } from './kept-folder.ts';

const keptForMs = 24 * 60 * 60 * 1000;

/**
 * Lets `link` lead to a build of the sources with this fingerprint. `make` writes one into the folder it is given, and
 * runs only when there is none (or `force`); what it throws is thrown, and leaves the link as it was. Builds not used
 * for a day go, unless they belong to another user of the machine.
 */
export async function keepBuild(
  link: string,
  print: string,
  make: (folder: string) => Promise<void>,
  force = false,
): Promise<void> {
  const folder = join(dirname(link), `.${basename(link)}-${print.slice(0, 16)}`);
  if (force) await rm(folder, { recursive: true, force: true });
  const found = await use(folder);
  if (found === 'none') await makeWhole(folder, make);
  await point(link, folder);
  if (found === 'read-only') return;
  const isOurs = (name: string) => name.startsWith(`.${basename(link)}-`) && name !== basename(folder);
  await dropOlder(dirname(link), (name) => (isOurs(name) ? keptForMs : undefined));
}

/**
 * Looks for the build, which from now on counts as used: nobody drops it. A service that may not write to its own program
 * uses the build all the same.
 */
async function use(folder: string): Promise<'ours' | 'read-only' | 'none'> {
  const now = new Date();
  return utimes(folder, now, now).then(
    () => 'ours',
    (error: NodeJS.ErrnoException) => {
      if (/^(?:EPERM|EACCES|EROFS)$/.test(error.code ?? '')) return 'read-only';
      return ifGone(error) ?? 'none';
    },
  );
}

async function point(link: string, folder: string): Promise<void> {
  if ((await readlink(link).catch(ifNoLink)) === basename(folder)) return;
  const draft = await mkdtemp(`${folder}.`);
  const fresh = join(draft, 'link');
  await symlink(basename(folder), fresh);
  await rename(fresh, link).catch(async (error: NodeJS.ErrnoException) => {
    // What stood there before builds were kept: a plain folder.
    if (error.code !== 'EISDIR') throw error;
    await rm(link, { recursive: true, force: true });
    await rename(fresh, link);
  });
  await rm(draft, { recursive: true });
}

/** EINVAL is what the system says of a folder. */
function ifNoLink(error: NodeJS.ErrnoException): undefined {
  return error.code === 'EINVAL' ? undefined : ifGone(error);
}
