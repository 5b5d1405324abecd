/** The programmes over HTTP. */
import type { Contract } from '../api/endpoint.ts';
import { z } from '../shared/zod.ts';
import { programmeSchema } from './schema.ts';

export const programmeContract = {
  listProgrammes: {
    method: 'GET',
    path: '/programmes',
    summary: 'The nine programmes',
    access: 'anyone',
    status: 200,
    output: z.object({ items: z.array(programmeSchema), nextCursor: z.null() }),
    sharedCacheSeconds: 3600,
  },
} as const satisfies Contract;
