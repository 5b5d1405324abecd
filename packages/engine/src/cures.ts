/**
 * Workarounds for known faults of the embedded engine (dynoxide 1.2.1), applied to its file while it is stopped: without
 * them every write searches all stream records for the highest number, and stream records are never deleted.
 */
import { dirname } from 'node:path';
import { DatabaseSync, type DatabaseSyncOptions } from 'node:sqlite';
import { causeOf, explained, FolderFault } from './folder-fault.ts';
import { dropUnreadTrigger, type Unread, unreadTrigger } from './unread.ts';

/** The table in which the pump saves how far it has read the stream; the trigger deletes records up to there. */
export const positionTable = 'stream-position';

/** How many records before the saved position are kept. The newest must stay, as the engine numbers the next one from it. */
const KEPT_BEHIND = 1000;

const trimBelow = `(
        SELECT min(
          CAST(json_extract(item_json, '$.position.N') AS INTEGER), CAST(NEW.sequence_number AS INTEGER)
        ) - ${KEPT_BEHIND}
        FROM "${positionTable}" WHERE pk = 'S:' || NEW.table_name
      )`;

// Each write in 32 deletes some of the records already read, so that no single write is slow. A table whose stream nobody
// reads has no position, and keeps all records.
const CURES = `
  CREATE INDEX IF NOT EXISTS cure_next_number
    ON _stream_records (table_name, CAST(sequence_number AS INTEGER));
  CREATE INDEX IF NOT EXISTS cure_read
    ON _stream_records (table_name, shard_id, CAST(sequence_number AS INTEGER));
  DROP TRIGGER IF EXISTS cure_trim;
  CREATE TRIGGER cure_trim AFTER INSERT ON _stream_records WHEN NEW.id % 32 = 0
  BEGIN
    DELETE FROM _stream_records WHERE id IN (
      SELECT id FROM _stream_records
      WHERE table_name = NEW.table_name AND CAST(sequence_number AS INTEGER) < ${trimBelow}
      ORDER BY CAST(sequence_number AS INTEGER) LIMIT 64
    );
  END;
`;

/**
 * Checks the file, then applies the workarounds. The engine must be stopped and its position table must exist.
 * @throws FolderFault when the file is damaged, the disk full, or the file not to be written
 */
export function applyCures(file: string, unread: Unread | undefined): void {
  try {
    assertSound(file);
    const filter = unread ? unreadTrigger(unread) : dropUnreadTrigger;
    withFile(file, {}, (database) =>
      database.exec(`BEGIN; ${CURES} ${filter} COMMIT; PRAGMA wal_checkpoint(TRUNCATE)`),
    );
  } catch (error) {
    throw causeOf(error) === 'damaged' ? damaged(file, (error as Error).message) : explained(file, error);
  }
}

/**
 * A table of which a part is gone must not be served: what reads as missing would be written anew. It is only read here, so
 * that what can still be saved of a damaged file stays as it is.
 */
function assertSound(file: string): void {
  withFile(file, { readOnly: true }, (database) => {
    const found = database.prepare('PRAGMA quick_check(1)').get()?.quick_check;
    if (found !== 'ok') throw damaged(file, String(found));
    // SQLite takes a file of no bytes for a database in which nothing was ever kept.
    if (!database.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get()) throw damaged(file, 'it is empty');
  });
}

function withFile(file: string, options: DatabaseSyncOptions, work: (database: DatabaseSync) => void): void {
  // An engine that was killed a moment ago may still hold its lock.
  const database = new DatabaseSync(file, { timeout: 10_000, ...options });
  try {
    work(database);
  } finally {
    database.close();
  }
}

function damaged(file: string, reason: string): FolderFault {
  const folder = dirname(file);
  return new FolderFault(
    `The table ${file} is damaged (${reason.replace(/\s+/g, ' ')}). It was left as it is, and the site does not start on ` +
      `it. Keep it (mv ${folder} ${folder}.damaged), then restore the last backup into a new ${folder}: see "Backup and ` +
      'restore" in docs/operations.md. Without one, "sqlite3 table.sqlite .recover" may save a part.',
  );
}
