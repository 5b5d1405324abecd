/** How far a replica has followed the index of changes, kept in the replica itself, in the transaction of what was applied. */
import type { DatabaseSync } from 'node:sqlite';
import { changeShardCount } from '@hanoi/core/db/keys';

/** The latest change that was seen in a partition of the index: its time, and the id of what changed. */
export type Place = { upTo: string; id: string };

export type Places = {
  of(shard: number): Place | undefined;
  all(): Place[];
  move(shard: number, place: Place): void;
  /** When the last catch-up that came to the end began; undefined before the first one. */
  asOf(): Date | undefined;
  seenAll(asOf: Date): void;
};

export const shards = Array.from({ length: changeShardCount }, (_, shard) => shard);

/** The places of the replica in `db`. */
export function placesIn(db: DatabaseSync): Places {
  const get = db.prepare('SELECT upto AS upTo, id FROM place WHERE shard = ?');
  const all = db.prepare('SELECT upto AS upTo, id FROM place ORDER BY shard');
  const put = db.prepare(
    'INSERT INTO place (shard, upto, id) VALUES (?, ?, ?) ON CONFLICT (shard) DO UPDATE SET upto = excluded.upto, id = excluded.id WHERE excluded.upto >= place.upto',
  );
  const note = db.prepare("SELECT value FROM note WHERE name = 'asOf'");
  const putNote = db.prepare(
    "INSERT INTO note (name, value) VALUES ('asOf', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
  );
  return {
    of: (shard) => get.get(shard) as Place | undefined,
    all: () => all.all() as Place[],
    move: (shard, { upTo, id }) => void put.run(shard, upTo, id),
    asOf() {
      const found = note.get() as { value: string } | undefined;
      return found && new Date(found.value);
    },
    seenAll: (asOf) => void putNote.run(asOf.toISOString()),
  };
}
