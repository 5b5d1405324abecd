/** The file of a replica: opened, checked, and made anew when it can't be used. */
import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { tables } from './tables.ts';

/** Raised with each change of the tables or of how texts are split: files of another version are made anew. */
export const replicaVersion = 3;

/** A replica cannot be used: it is damaged, of another version, or was never finished. */
export class ReplicaUnusable extends Error {}

/**
 * Opens the replica in `file`, for one writer or for readers; `:memory:` for tests. A writer makes the tables where there is no
 * file yet.
 * @throws ReplicaUnusable
 */
export function openReplica(file: string, { readOnly = false } = {}): DatabaseSync {
  if (readOnly && file !== ':memory:' && !existsSync(file)) throw new ReplicaUnusable(`There is no ${file}.`);
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  let db: DatabaseSync | undefined;
  try {
    db = new DatabaseSync(file, { readOnly });
    prepare(db, readOnly);
    return db;
  } catch (cause) {
    db?.close();
    if (cause instanceof ReplicaUnusable) throw cause;
    throw new ReplicaUnusable(`The search index in ${file} cannot be used: ${(cause as Error).message}`, { cause });
  }
}

function prepare(db: DatabaseSync, readOnly: boolean): void {
  // A cache of 16 MB, and the file is not mapped into memory: that would be up to all of it, for each connection.
  db.exec('PRAGMA busy_timeout = 2000; PRAGMA cache_size = -16000; PRAGMA mmap_size = 0;');
  // Texts fill pages of 8 kB better than those of 4. This counts for a new file only.
  if (!readOnly)
    db.exec(
      'PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON;',
    );
  const { user_version: version } = db.prepare('PRAGMA user_version').get() as { user_version: number };
  if (version === 0 && !readOnly && isEmpty(db)) {
    db.exec(tables);
    db.exec(`PRAGMA user_version = ${replicaVersion}`);
  } else if (version !== replicaVersion) {
    throw new ReplicaUnusable(`The search index has version ${version}; this program reads ${replicaVersion}.`);
  }
}

function isEmpty(db: DatabaseSync): boolean {
  return db.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() === undefined;
}

/** Whether the file is sound, as far as SQLite can tell without reading all of the texts. */
export function isSound(db: DatabaseSync): boolean {
  try {
    const rows = db.prepare('PRAGMA quick_check(1)').all() as { quick_check: string }[];
    return rows[0]?.quick_check === 'ok';
  } catch {
    // What cannot even be checked is not sound; the caller says so and makes it anew.
    return false;
  }
}

/** The number of a file on its disk, which tells whether it was replaced; undefined when there is none. */
export function fileNumber(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.ino;
}

/** Removes a replica with the files that SQLite keeps beside it. */
export function removeReplica(file: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
}
