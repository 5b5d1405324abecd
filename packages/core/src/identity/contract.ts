/** Signing in and out over HTTP. */
import type { Contract } from '../api/endpoint.ts';
import { bodyLimits } from '../api/limits.ts';
import { sessionSchema } from '../session/schema.ts';
import { z } from '../shared/zod.ts';
import { openSessionSchema, requestCodeSchema, requestSchema } from './schema.ts';

export const identityContract = {
  requestCode: {
    method: 'POST',
    path: '/auth/codes',
    summary: 'Send a sign-in code to an e-mail address; the answer is the same whether it has an account or not',
    access: 'anyone',
    pace: 'counted',
    bodyLimit: bodyLimits.small,
    lambda: 'auth',
    switch: 'signIn',
    body: requestCodeSchema,
    status: 202,
    output: z.object({ expiresAt: z.iso.datetime(), request: requestSchema }),
    errors: ['too_many_requests', 'network_busy', 'mail_unavailable'],
  },
  openSession: {
    method: 'POST',
    path: '/auth/sessions',
    summary: 'Sign in with the code; a first sign-in makes the account',
    access: 'anyone',
    pace: 'counted',
    bodyLimit: bodyLimits.small,
    lambda: 'auth',
    switch: 'signIn',
    body: openSessionSchema,
    status: 201,
    output: sessionSchema,
    errors: ['code_invalid', 'code_expired', 'code_tries_spent', 'too_many_requests'],
  },
  closeSession: {
    method: 'DELETE',
    path: '/auth/sessions/current',
    summary: 'Sign out',
    access: 'signed-in',
    pace: 'free',
    bodyLimit: bodyLimits.small,
    lambda: 'auth',
    staysOn: true,
    status: 204,
  },
  startOidc: {
    method: 'GET',
    path: '/auth/oidc/start',
    summary: 'Go to the OpenID Connect provider to sign in; comes back to `next`, a path of this site',
    access: 'anyone',
    lambda: 'auth',
    switch: 'signIn',
    query: z.strictObject({ next: z.string().max(2_000).default('/') }),
    status: 303,
    errors: ['oidc_unavailable'],
  },
  finishOidc: {
    method: 'GET',
    path: '/auth/oidc/callback',
    summary: 'Where the OpenID Connect provider sends people back',
    access: 'anyone',
    lambda: 'auth',
    switch: 'signIn',
    query: z.looseObject({ state: z.string().max(200).optional() }),
    status: 303,
    errors: ['oidc_failed', 'oidc_cancelled', 'oidc_expired', 'oidc_unavailable'],
  },
} as const satisfies Contract;
