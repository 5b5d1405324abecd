/** Support over HTTP: idempotent both ways. */
import type { Contract } from '../shared/endpoint.ts';
import { idSchema } from '../shared/ids.ts';
import { z } from '../shared/zod.ts';
import { supportStateSchema } from './schema.ts';

const challenge = z.strictObject({ id: idSchema('challenge') });
const solution = z.strictObject({ id: idSchema('solution') });
const common = { access: 'signed-in', switch: 'support', status: 200, output: supportStateSchema } as const;

export const supportContract = {
  supportChallenge: {
    ...common,
    method: 'PUT',
    path: '/challenges/{id}/support',
    summary: 'Support a challenge',
    params: challenge,
    errors: ['challenge_not_found', 'voting_closed'],
  },
  unsupportChallenge: {
    ...common,
    method: 'DELETE',
    path: '/challenges/{id}/support',
    summary: 'Withdraw support of a challenge',
    params: challenge,
    errors: ['challenge_not_found', 'voting_closed'],
  },
  supportSolution: {
    ...common,
    method: 'PUT',
    path: '/solutions/{id}/support',
    summary: 'Support a solution',
    params: solution,
    errors: ['solution_not_found', 'voting_closed'],
  },
  unsupportSolution: {
    ...common,
    method: 'DELETE',
    path: '/solutions/{id}/support',
    summary: 'Withdraw support of a solution',
    params: solution,
    errors: ['solution_not_found', 'voting_closed'],
  },
} as const satisfies Contract;
