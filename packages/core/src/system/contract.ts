/** The service itself over HTTP: its health and its description. */
import type { Contract } from '../api/endpoint.ts';
import { z } from '../shared/zod.ts';

export const systemContract = {
  getHealth: {
    method: 'GET',
    path: '/health',
    summary: 'Whether the service and its table answer; with `deep=false`, only whether the service does',
    access: 'anyone',
    query: z.strictObject({ deep: z.stringbool().default(true) }),
    status: 200,
    output: z.object({ status: z.literal('ok'), time: z.iso.datetime() }).meta({ id: 'Health' }),
    errors: ['busy'],
  },
  getOpenApi: {
    method: 'GET',
    path: '/openapi.json',
    summary: 'This description',
    access: 'anyone',
    status: 200,
    output: z.looseObject({ openapi: z.string() }),
    sharedCacheSeconds: 60,
  },
} as const satisfies Contract;
