/**
 * Workarounds for known faults of the embedded engine (dynoxide 1.2.1), applied to its file while it is stopped: without
 * them every write searches all stream records for the highest number, and stream records are never deleted.
 */
import { DatabaseSync } from 'node:sqlite';
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

/** Applies the workarounds. The engine must be stopped and its position table must exist. */
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
