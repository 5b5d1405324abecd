/** Opens and checks the file of the queues. An error explains in a sentence what is wrong with the file. */
import { DatabaseSync } from 'node:sqlite';
import { causeOf, explained as explainedFolder } from '../folder-fault.ts';

/** The file cannot be used. */
export class QueueFileError extends Error {
  override name = 'QueueFileError';
}

/** The version of the tables below; a file of a later release is refused, as it might be misread. */
const version = 1;
const lockedMs = 1_000;

const tables = `
  CREATE TABLE IF NOT EXISTS messages (
    id TEXT PRIMARY KEY,
    queue TEXT NOT NULL,
    body TEXT NOT NULL,
    sent_at INTEGER NOT NULL,
    visible_at INTEGER NOT NULL,
    receives INTEGER NOT NULL DEFAULT 0,
    first_received_at INTEGER,
    receipt TEXT
  ) STRICT;
  CREATE INDEX IF NOT EXISTS messages_by_visibility ON messages (queue, visible_at);
  CREATE UNIQUE INDEX IF NOT EXISTS messages_by_receipt ON messages (receipt) WHERE receipt IS NOT NULL;
  CREATE TABLE IF NOT EXISTS dead_letters (
    id TEXT PRIMARY KEY,
    queue TEXT NOT NULL,
    body TEXT NOT NULL,
    sent_at INTEGER NOT NULL,
    receives INTEGER NOT NULL,
    set_aside_at INTEGER NOT NULL
  ) STRICT;
`;

/**
 * Opens the file, or creates it. Every change is on the disk when its call returns, so that no message is lost.
 * @throws QueueFileError when the file is damaged, locked, or of a later release; FolderFault when the disk is full
 */
export function openQueueFile(file: string): DatabaseSync {
  let db: DatabaseSync | undefined;
  try {
    db = new DatabaseSync(file);
    db.exec(`PRAGMA busy_timeout = ${lockedMs}; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;`);
    const damage = db.prepare('PRAGMA quick_check(1)').get()?.quick_check;
    if (damage !== 'ok') throw new QueueFileError(damaged(file, String(damage)));
    const found = Number(db.prepare('PRAGMA user_version').get()?.user_version);
    if (found > version)
      throw new QueueFileError(`The queue file ${file} was written by a later release of the network.`);
    db.exec(`BEGIN IMMEDIATE; ${tables} PRAGMA user_version = ${version}; COMMIT`);
    return db;
  } catch (error) {
    db?.close();
    throw explained(file, error);
  }
}

/** The error with a sentence for the operator, if SQLite reports a fault of the file itself. */
export function explained(file: string, error: unknown): unknown {
  const cause = causeOf(error);
  const reason = (error as Error).message;
  if (cause === 'damaged') return new QueueFileError(damaged(file, reason), { cause: error });
  if (cause === 'held')
    return new QueueFileError(`The queue file ${file} is locked by another process.`, { cause: error });
  return explainedFolder(file, error);
}

function damaged(file: string, reason: string): string {
  return (
    `The queue file ${file} is damaged (${reason}). Move it away and start again: a new one is made. ` +
    'Work that waited in it is lost: "npm run job -- reproject" brings solutions in line with their challenges; a new name ' +
    'that was on its way follows with the next change of the name.'
  );
}
