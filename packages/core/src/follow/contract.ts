/** Following over HTTP, for every kind that can be followed: idempotent both ways. */
import type { Contract } from '../api/endpoint.ts';
import { forKinds } from '../api/for-kinds.ts';
import { bodyLimits } from '../api/limits.ts';
import { z } from '../shared/zod.ts';
import { kindsWith } from '../subject/kinds.ts';

const followable = kindsWith('follow');

const common = {
  path: '/follow',
  access: 'signed-in',
  pace: 'free',
  bodyLimit: bodyLimits.small,
  status: 200,
  output: z.object({ following: z.boolean() }),
} as const;

export const followContract = {
  ...forKinds(followable, 'follow*', { ...common, method: 'PUT', summary: 'Follow *' }),
  ...forKinds(followable, 'unfollow*', { ...common, method: 'DELETE', summary: 'Stop following *' }),
} satisfies Contract;
