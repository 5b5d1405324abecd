/** Prepared statements, kept: the filters make many different ones, and the same come again and again. */
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { LRUCache } from 'lru-cache';

/** Prepares each SQL text once, as long as it is among the last two hundred; rows are objects, or `asArrays`. */
export function statementsOf(db: DatabaseSync, { asArrays = false } = {}): (sql: string) => StatementSync {
  const kept = new LRUCache<string, StatementSync>({ max: 200 });
  return (sql) => {
    const known = kept.get(sql);
    if (known) return known;
    const statement = db.prepare(sql);
    statement.setReturnArrays(asArrays);
    kept.set(sql, statement);
    return statement;
  };
}
