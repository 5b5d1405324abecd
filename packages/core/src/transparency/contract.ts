/** Transparency reports over HTTP. */
import type { Contract } from '../api/endpoint.ts';
import { z } from '../shared/zod.ts';
import { monthSchema, transparencyMonthSchema, transparencySchema } from './schema.ts';

const month = {
  access: 'anyone',
  params: z.strictObject({ month: monthSchema }),
  errors: ['not_found'],
  sharedCacheSeconds: 60,
} as const;

export const transparencyContract = {
  listTransparency: {
    method: 'GET',
    path: '/transparency',
    summary: 'The months of the last year of which there is a report on moderation, the latest first',
    access: 'anyone',
    status: 200,
    output: z.object({ items: z.array(transparencyMonthSchema) }),
    sharedCacheSeconds: 60,
  },
  getTransparency: {
    ...month,
    method: 'GET',
    path: '/transparency/{month}',
    summary: 'What moderators decided in a month, in numbers; counted once a day',
    status: 200,
    output: transparencySchema,
  },
  exportTransparency: {
    ...month,
    method: 'GET',
    path: '/transparency/{month}/rows.csv',
    summary: 'The rows of a report as a table',
    media: 'text/csv; charset=utf-8',
    status: 200,
    output: z.string(),
  },
} as const satisfies Contract;
