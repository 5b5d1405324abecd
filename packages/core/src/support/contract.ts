/** Support over HTTP, for every kind that can be supported: idempotent both ways. */
import type { Contract } from '../api/endpoint.ts';
import { forKinds } from '../api/for-kinds.ts';
import { bodyLimits } from '../api/limits.ts';
import { kindsWith } from '../subject/kinds.ts';
import { supportStateSchema } from './schema.ts';

const supportable = kindsWith('support');

const common = {
  path: '/support',
  access: 'signed-in',
  pace: 'free',
  bodyLimit: bodyLimits.small,
  switch: 'support',
  needsNoCard: true,
  status: 200,
  output: supportStateSchema,
  errors: ['voting_closed'],
} as const;

export const supportContract = {
  ...forKinds(supportable, 'support*', { ...common, method: 'PUT', summary: 'Support *' }),
  ...forKinds(supportable, 'unsupport*', { ...common, method: 'DELETE', summary: 'Withdraw support of *' }),
} satisfies Contract;
