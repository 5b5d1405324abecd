/** Flags over HTTP: everybody reads them, administrators set them, as the command `npm run flag` does. */
import type { Contract } from '../api/endpoint.ts';
import { bodyLimits } from '../api/limits.ts';
import { flagChangesSchema, flagsSchema, newFlagSchema } from './schema.ts';

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
  getFlagChanges: {
    method: 'GET',
    path: '/admin/flags',
    summary: 'The flags as they are set at this moment, and the latest changes: who, when, why',
    access: ['administrator'],
    status: 200,
    output: flagChangesSchema,
  },
  setFlag: {
    method: 'PUT',
    path: '/admin/flags',
    summary: 'Set one flag; everybody meets it within half a minute',
    access: ['administrator'],
    pace: 'free',
    bodyLimit: bodyLimits.small,
    // Who has switched everything to read-only switches it back.
    staysOn: true,
    body: newFlagSchema,
    status: 200,
    output: flagsSchema,
    errors: ['version_conflict'],
  },
} as const satisfies Contract;
