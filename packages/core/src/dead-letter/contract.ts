/** Dead letters over HTTP, for administrators. */
import { whySchema } from '../administration/schema.ts';
import type { Contract } from '../api/endpoint.ts';
import { bodyLimits } from '../api/limits.ts';
import { idSchema } from '../shared/ids.ts';
import { pageOf } from '../shared/page.ts';
import { z } from '../shared/zod.ts';
import { deadLetterQuery, deadLetterSchema, deadLetterWithBodySchema } from './schema.ts';

const access = ['administrator'] as const;
const params = z.strictObject({ id: idSchema('letter') });

export const deadLetterContract = {
  listDeadLetters: {
    method: 'GET',
    path: '/admin/dead-letters',
    summary:
      'Work that failed in all its tries, newest first; with `state=discarded`, what was discarded in the past year',
    access,
    lambda: 'operations',
    query: deadLetterQuery,
    status: 200,
    output: pageOf(deadLetterSchema),
  },
  getDeadLetter: {
    method: 'GET',
    path: '/admin/dead-letters/{id}',
    summary: 'A dead letter, with what was asked for',
    access,
    lambda: 'operations',
    params,
    status: 200,
    output: deadLetterWithBodySchema,
  },
  retryDeadLetter: {
    method: 'POST',
    path: '/admin/dead-letters/{id}/retry',
    summary: 'Send a dead letter again; once it is sent, it is no letter any more',
    access,
    lambda: 'operations',
    pace: 'free',
    bodyLimit: bodyLimits.small,
    // Repairs do not wait for the end of the read-only mode.
    staysOn: true,
    params,
    status: 204,
    errors: ['letter_in_retry', 'letter_without_record', 'letter_fails_again'],
  },
  discardDeadLetter: {
    method: 'POST',
    path: '/admin/dead-letters/{id}/discard',
    summary: 'Discard a dead letter: its work is never done. Kept for a year with the reason',
    access,
    lambda: 'operations',
    pace: 'free',
    bodyLimit: bodyLimits.small,
    staysOn: true,
    params,
    body: whySchema,
    status: 200,
    output: deadLetterWithBodySchema,
    errors: ['letter_in_retry'],
  },
} as const satisfies Contract;
