/** The programmes over HTTP. */
import type { Contract } from '../api/endpoint.ts';
import { z } from '../shared/zod.ts';
import { programmeSchema } from './schema.ts';

export const programmeContract = {
  listProgrammes: {
    method: 'GET',
    path: '/programmes',
    summary: 'All programmes in their order, those that were retired too',
    access: 'anyone',
    status: 200,
    output: z.object({ items: z.array(programmeSchema), nextCursor: z.null() }),
    sharedCacheSeconds: 10,
  },
} as const satisfies Contract;
