/** Reports over HTTP. */
import type { Contract } from '../api/endpoint.ts';
import { forKinds } from '../api/for-kinds.ts';
import { bodyLimits } from '../api/limits.ts';
import { idSchema } from '../shared/ids.ts';
import { pageOf, pageQuery } from '../shared/page.ts';
import { z } from '../shared/zod.ts';
import { kindsWith } from '../subject/kinds.ts';
import { newReportSchema, reportSchema } from './schema.ts';

const common = {
  method: 'POST',
  path: '/reports',
  summary: 'Report *; again by the same person answers 200 with the first report',
  access: 'signed-in',
  pace: 'report',
  bodyLimit: bodyLimits.small,
  body: newReportSchema,
  status: 201,
  again: 200,
  output: reportSchema,
  errors: ['own_content', 'too_many_requests'],
} as const;

export const reportContract = {
  ...forKinds(kindsWith('comment'), 'report*', { ...common, errors: [...common.errors, 'content_merged'] }),
  reportComment: {
    ...common,
    path: '/comments/{id}/reports',
    summary: 'Report a comment; again by the same person answers 200 with the first report',
    params: z.strictObject({ id: idSchema('comment') }),
    errors: ['comment_not_found', ...common.errors],
  },
  listMyReports: {
    method: 'GET',
    path: '/me/reports',
    summary: 'What one has reported, and what came of it',
    access: 'signed-in',
    query: z.strictObject(pageQuery),
    status: 200,
    output: pageOf(reportSchema),
  },
} as const satisfies Contract;
