/**
 * Builds, each in its own folder named after the fingerprint of its sources, and a symbolic link to the newest. A running site keeps
 * the files it started with while a newer build is made and used.
 */
import { mkdtemp, readlink, rename, rm, symlink, utimes } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ifGone } from '@hanoi/engine/gone';
import { dropOlder, makeWhole } from './kept-folder.ts';

const keptForMs = 24 * 60 * 60 * 1000;

/**
 * Points `link` to the build of the sources with this fingerprint. `make` builds into the folder it receives; it runs only when there
 * is no such build, or with `force`. Errors of `make` are passed on, and the link stays as it was. Builds that nobody used for a day
 * are deleted, unless they belong to another user of the machine.
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
 * Looks for the build and marks it as used now, so that it is not deleted. A service without write access to its own program can
 * still use it.
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
    // Older versions built into a plain folder instead of a link.
    if (error.code !== 'EISDIR') throw error;
    await rm(link, { recursive: true, force: true });
    await rename(fresh, link);
  });
  await rm(draft, { recursive: true });
}

/** `readlink` fails with EINVAL for a plain folder. */
function ifNoLink(error: NodeJS.ErrnoException): undefined {
  return error.code === 'EINVAL' ? undefined : ifGone(error);
}
