/** The audit log over HTTP: for administrators, read only. */
import type { Contract } from '../api/endpoint.ts';
import { pageOf } from '../shared/page.ts';
import { z } from '../shared/zod.ts';
import { auditEntrySchema, auditFilter, auditQuery } from './schema.ts';

const access = ['administrator'] as const;

export const auditContract = {
  listAudit: {
    method: 'GET',
    path: '/admin/audit',
    summary: 'Who did what, newest first: of a day, or by actor, subject and action',
    access,
    query: auditQuery,
    status: 200,
    output: pageOf(auditEntrySchema),
    errors: ['invalid_cursor'],
  },
  exportAudit: {
    method: 'GET',
    path: '/admin/audit.csv',
    summary: 'The same as a table, the first 5,000 rows; the header `link` leads to the next where there are more',
    access,
    query: z.strictObject({ ...auditFilter, cursor: auditQuery.shape.cursor }),
    media: 'text/csv; charset=utf-8',
    status: 200,
    output: z.string(),
    errors: ['invalid_cursor'],
  },
} as const satisfies Contract;
