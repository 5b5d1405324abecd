/** Figures of the whole city over HTTP. */
import type { Contract } from '../api/endpoint.ts';
import { figuresSchema } from './schema.ts';

export const figureContract = {
  getFigures: {
    method: 'GET',
    path: '/figures',
    summary: 'How many challenges, solutions, comments and votes there are, counted every few minutes',
    access: 'anyone',
    status: 200,
    output: figuresSchema,
    sharedCacheSeconds: 30,
  },
} as const satisfies Contract;
