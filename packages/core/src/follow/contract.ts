/** Following over HTTP: idempotent both ways. */
import type { Contract } from '../shared/endpoint.ts';
import { idSchema } from '../shared/ids.ts';
import { z } from '../shared/zod.ts';

const challenge = z.strictObject({ id: idSchema('challenge') });
const solution = z.strictObject({ id: idSchema('solution') });
const common = { access: 'signed-in', status: 200, output: z.object({ following: z.boolean() }) } as const;

export const followContract = {
  followChallenge: {
    ...common,
    method: 'PUT',
    path: '/challenges/{id}/follow',
    summary: 'Follow a challenge',
    params: challenge,
    errors: ['challenge_not_found'],
  },
  unfollowChallenge: {
    ...common,
    method: 'DELETE',
    path: '/challenges/{id}/follow',
    summary: 'Stop following a challenge',
    params: challenge,
    errors: ['challenge_not_found'],
  },
  followSolution: {
    ...common,
    method: 'PUT',
    path: '/solutions/{id}/follow',
    summary: 'Follow a solution',
    params: solution,
    errors: ['solution_not_found'],
  },
  unfollowSolution: {
    ...common,
    method: 'DELETE',
    path: '/solutions/{id}/follow',
    summary: 'Stop following a solution',
    params: solution,
    errors: ['solution_not_found'],
  },
} as const satisfies Contract;
