/** Counts all public subjects, for the figures of the city. */
import type { DatabaseSync } from 'node:sqlite';
import type { SubjectTotal } from '@hanoi/core/search/port';
import { subjectKinds } from '@hanoi/core/subject/kinds';

/** Totals of the public subjects in the replica in `db`, by kind, status, programme and ward. */
export function totalsIn(db: DatabaseSync): SubjectTotal[] {
  const all = db.prepare(`
    SELECT kind, status, programme, ward, count(*) AS subjects, sum(support) AS support,
      sum(coalesce(json_extract(counts, '$.comments'), 0)) AS comments
    FROM doc WHERE shown = 1 AND kind IN (${subjectKinds.map((kind) => `'${kind}'`).join(', ')})
    GROUP BY kind, status, programme, ward
  `);
  return all.all() as SubjectTotal[];
}
