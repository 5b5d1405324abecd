/**
 * Cures for known faults of the embedded engine (dynoxide 1.2.1), applied to its file while it is stopped: every
 * write searched all stream records for the highest number, and stream records were never deleted.
 */
import { DatabaseSync } from 'node:sqlite';
import { dropUnreadTrigger, type Unread, unreadTrigger } from './unread.ts';

/** The engine's table in which the pump notes how far it has read; the trigger trims up to there. */
export const positionTable = 'stream-position';

/** How many records before the noted position are kept; the newest must stay, numbers are counted from it. */
const KEPT_BEHIND = 1000;

const trimBelow = `(
        SELECT min(
          CAST(json_extract(item_json, '$.position.N') AS INTEGER), CAST(NEW.sequence_number AS INTEGER)
        ) - ${KEPT_BEHIND}
        FROM "${positionTable}" WHERE pk = 'S:' || NEW.table_name
      )`;

// The records already read are dropped a few at a time, so that no single write pays for many. A table whose
// stream nobody reads has no position, and keeps everything.
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

/** Applies the cures. The engine must be stopped and its position table must exist. */
export function applyCures(file: string, unread: Unread | undefined): void {
  // An engine that was killed a moment ago may still hold its lock.
  const database = new DatabaseSync(file, { timeout: 10_000 });
  try {
    const filter = unread ? unreadTrigger(unread) : dropUnreadTrigger;
    database.exec(`BEGIN; ${CURES} ${filter} COMMIT; PRAGMA wal_checkpoint(TRUNCATE)`);
  } finally {
    database.close();
  }
}
