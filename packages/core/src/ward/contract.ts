/** The wards over HTTP. */
import type { Contract } from '../api/endpoint.ts';
import { z } from '../shared/zod.ts';
import { wardSchema } from './schema.ts';

export const wardContract = {
  listWards: {
    method: 'GET',
    path: '/wards',
    summary: 'The 126 wards and communes, with the former units each was made from',
    access: 'anyone',
    status: 200,
    output: z.object({ items: z.array(wardSchema), nextCursor: z.null() }),
    sharedCacheSeconds: 3600,
  },
} as const satisfies Contract;
