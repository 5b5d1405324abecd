/** Transparency reports over HTTP. */
import type { Contract } from '../api/endpoint.ts';
import { z } from '../shared/zod.ts';
import { monthSchema, transparencySchema } from './schema.ts';

export const transparencyContract = {
  getTransparency: {
    method: 'GET',
    path: '/transparency/{month}',
    summary: 'What moderators decided in a month, in numbers; counted once a day',
    access: 'anyone',
    params: z.strictObject({ month: monthSchema }),
    status: 200,
    output: transparencySchema,
    errors: ['not_found'],
    sharedCacheSeconds: 60,
  },
} as const satisfies Contract;
