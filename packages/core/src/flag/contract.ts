/** Flags over HTTP: read only. They are set by a command, `npm run flag`. */
import type { Contract } from '../api/endpoint.ts';
import { flagsSchema } from './schema.ts';

export const flagContract = {
  getFlags: {
    method: 'GET',
    path: '/flags',
    summary: 'What is switched off just now, and what every page says',
    access: 'anyone',
    status: 200,
    output: flagsSchema,
    sharedCacheSeconds: 10,
  },
} as const satisfies Contract;
