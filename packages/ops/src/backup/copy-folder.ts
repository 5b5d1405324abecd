/** A whole data folder, copied while its site runs: databases as of one moment each, everything else file by file. */
import { constants } from 'node:fs';
import { copyFile, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import { ifGone } from '@hanoi/engine/gone';
import { isSeeding } from '@hanoi/local/seed-once';
import { UsageError } from '../command.ts';

/** Written into each copy when it is whole; only folders with it are ever removed. */
const markName = 'backup.json';

/**
 * Of the running instance, not of its data; the search index, which is made anew from the table. What is being written (`.new`) and
 * SQLite's side files go with their files.
 */
const leftOut = /^instance\.|^search$|\.new$|\.sqlite-(?:wal|shm|journal)$/;

/** The folder of pictures that nobody may read any more. */
const withheld = 'withheld';

/** A copy goes in one step: in smaller ones every write of the site would begin it anew. */
const allPages = 2 ** 31 - 1;

/**
 * Copies `dataDir` into a new folder of `parent` named after the time, and resolves to its path. The site may run: what
 * it had answered before the copy began is in it. Throws UsageError when the folder holds no data.
 */
export async function copyFolder(dataDir: string, parent: string, now = new Date()): Promise<string> {
  const names = (await readdir(dataDir).catch(ifGone)) ?? [];
  if (!names.includes('table.sqlite')) throw new UsageError(`${dataDir} holds no data.`);
  if (isSeeding(dataDir)) throw new UsageError(`${dataDir} is just being filled with the demo. Try again in a minute.`);
  const folder = join(
    parent,
    now
      .toISOString()
      .replaceAll(':', '-')
      .replace(/\.\d+Z$/, 'Z'),
  );
  const draft = `${folder}.part`;
  await mkdir(draft, { recursive: true, mode: 0o700 });
  for (const name of inOrder(names)) await copyEntry(join(dataDir, name), join(draft, name));
  // Last, and also when it was not there yet: what has left the other pictures meanwhile stays in it.
  await copyEntry(join(dataDir, withheld), join(draft, withheld));
  await writeFile(join(draft, markName), JSON.stringify({ of: dataDir, at: now.toISOString() }));
  await rename(draft, folder);
  return folder;
}

/** Removes the oldest copies in `parent`, so that `keep` are left. Resolves to the removed paths. */
export async function dropOldCopies(parent: string, keep: number): Promise<string[]> {
  const copies: string[] = [];
  for (const entry of await readdir(parent, { withFileTypes: true })) {
    if (!entry.isDirectory() || entry.name.endsWith('.part')) continue;
    const inside = await readdir(join(parent, entry.name));
    if (inside.includes(markName)) copies.push(join(parent, entry.name));
  }
  const old = copies.sort().slice(0, Math.max(0, copies.length - keep));
  for (const folder of old) await rm(folder, { recursive: true });
  return old;
}

/**
 * First where the readers of the stream stand, then the queue, then the table, then uploads. So the table is never older
 * than what points into it; what the readers and workers do twice after a restoration changes nothing.
 */
function inOrder(names: readonly string[]): string[] {
  const first = ['stream-checkpoint.json', 'queue.sqlite', 'table.sqlite'];
  const wanted = names.filter((name) => !leftOut.test(name) && name !== markName && name !== withheld);
  return [...first.filter((name) => wanted.includes(name)), ...wanted.filter((name) => !first.includes(name))];
}

async function copyEntry(from: string, to: string): Promise<void> {
  if (from.endsWith('.sqlite')) return copyDatabase(from, to);
  const names = await readdir(from).catch((error: NodeJS.ErrnoException) => {
    // A file may also be gone by now: a picture that was withheld, for one.
    if (error.code === 'ENOTDIR' || error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (names) {
    await mkdir(to, { mode: 0o700 });
    for (const name of names) if (!leftOut.test(name)) await copyEntry(join(from, name), join(to, name));
    return;
  }
  // A file may go between the look and the copy: an old mail, for one.
  await copyFile(from, to, constants.COPYFILE_FICLONE).catch(ifGone);
}

/** Throws when the copy is not sound, as the original then is not. */
async function copyDatabase(from: string, to: string): Promise<void> {
  const source = new DatabaseSync(from, { readOnly: true });
  try {
    await backup(source, to, { rate: allPages });
  } finally {
    source.close();
  }
  const copy = new DatabaseSync(to, { readOnly: true });
  try {
    const found = copy.prepare('PRAGMA quick_check').get()?.quick_check;
    if (found !== 'ok') throw new Error(`${from} is damaged: ${found}. This copy is of no use; keep the earlier ones.`);
  } finally {
    copy.close();
  }
}
