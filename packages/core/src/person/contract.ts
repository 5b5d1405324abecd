/** One's own account over HTTP. */

import type { Contract } from '../api/endpoint.ts';
import { bodyLimits } from '../api/limits.ts';
import { meChangeSchema, meSchema } from './schema.ts';

export const personContract = {
  getMe: {
    method: 'GET',
    path: '/me',
    summary: 'The signed-in person',
    access: 'signed-in',
    status: 200,
    output: meSchema,
  },
  editMe: {
    method: 'PATCH',
    path: '/me',
    summary: 'Change the name shown, the language or the ward',
    access: 'signed-in',
    pace: 'account',
    whileSuspended: true,
    bodyLimit: bodyLimits.small,
    body: meChangeSchema,
    status: 200,
    output: meSchema,
    errors: ['version_conflict', 'ward_unknown'],
  },
} as const satisfies Contract;
