/** Seeing where one is signed in, and ending it. */
import type { Contract } from '../api/endpoint.ts';
import { bodyLimits } from '../api/limits.ts';
import { z } from '../shared/zod.ts';
import { mySessionSchema } from './schema.ts';

export const sessionContract = {
  listMySessions: {
    method: 'GET',
    path: '/me/sessions',
    summary: 'Where one is signed in, newest first',
    access: 'signed-in',
    status: 200,
    output: z.object({ items: z.array(mySessionSchema) }),
  },
  endSession: {
    method: 'DELETE',
    path: '/me/sessions/{id}',
    summary: 'End one session; one that has ended stays so',
    access: 'signed-in',
    pace: 'free',
    whileSuspended: true,
    bodyLimit: bodyLimits.small,
    staysOn: true,
    params: z.strictObject({ id: z.string().max(100) }),
    status: 204,
  },
  endOtherSessions: {
    method: 'DELETE',
    path: '/me/sessions',
    summary: 'End all sessions but the one this request is made with',
    access: 'signed-in',
    pace: 'free',
    whileSuspended: true,
    bodyLimit: bodyLimits.small,
    staysOn: true,
    status: 204,
  },
} as const satisfies Contract;
