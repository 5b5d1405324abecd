/** The audit log over HTTP. */
import type { auditContract } from '@hanoi/core/audit/contract';
import type { AuditEntry, AuditQuery } from '@hanoi/core/audit/schema';
import { searchAudit } from '@hanoi/core/audit/service';
import type { Ctx } from '@hanoi/core/shared/context';
import { stringify } from 'csv-stringify/sync';
import { Answer, type HandlesOf } from '../http/handle.ts';

/** Rows of one answer: about a megabyte, where Lambda sends six at most. */
const mostRows = 5_000;

export const handles: HandlesOf<typeof auditContract> = {
  listAudit: (ctx, { query }) => searchAudit(ctx, query),
  async exportAudit(ctx, { query }) {
    const { rows, nextCursor } = await readRows(ctx, query);
    const filter = Object.entries({ ...query, cursor: nextCursor }).filter(([, value]) => typeof value === 'string');
    const next = `/api/v1/admin/audit.csv?${new URLSearchParams(filter as [string, string][])}`;
    return new Answer({
      statusCode: 200,
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="audit${query.day ? `-${query.day}` : ''}.csv"`,
        'cache-control': 'private, no-store',
        ...(nextCursor && { link: `<${next}>; rel="next"` }),
      },
      body: stringify(rows.map(rowOf), {
        header: true,
        columns: ['id', 'at', 'by', 'action', 'subject', 'facts'],
        escape_formulas: true,
      }),
    });
  },
};

async function readRows(ctx: Ctx, query: Omit<AuditQuery, 'limit'>) {
  const rows: AuditEntry[] = [];
  let cursor = query.cursor;
  do {
    const page = await searchAudit(ctx, { ...query, limit: 100, cursor });
    rows.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor && rows.length < mostRows);
  return { rows, nextCursor: cursor };
}

function rowOf({ facts, ...entry }: AuditEntry) {
  return { ...entry, facts: JSON.stringify(facts) };
}
