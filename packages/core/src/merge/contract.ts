/** Moving one's support from what was merged to where it leads, over HTTP. Nobody's support is moved without their word. */
import type { Contract } from '../api/endpoint.ts';
import { forKinds } from '../api/for-kinds.ts';
import { bodyLimits } from '../api/limits.ts';
import { pageOf, pageQuery } from '../shared/page.ts';
import { z } from '../shared/zod.ts';
import { kindsWith } from '../subject/kinds.ts';
import { answerMergeSchema, mySupportMergeSchema } from './schema.ts';

export const mergeContract = {
  ...forKinds(kindsWith('support'), 'move*Support', {
    method: 'PUT',
    path: '/support/moved',
    summary: 'Say whether one’s support of * that was merged shall move to where it leads; again is harmless',
    access: 'signed-in',
    pace: 'free',
    bodyLimit: bodyLimits.small,
    switch: 'support',
    body: answerMergeSchema,
    status: 200,
    output: mySupportMergeSchema,
    errors: ['not_merged', 'nothing_to_move', 'voting_closed'],
  }),
  listMyMerges: {
    method: 'GET',
    path: '/me/merges',
    summary: 'What one supported that was merged, newest first: whether one’s support moved, and where to',
    access: 'signed-in',
    query: z.strictObject({
      ...pageQuery,
      into: z
        .string()
        .max(60)
        .optional()
        .meta({ description: 'Only what was merged into this subject; then one page' }),
    }),
    status: 200,
    output: pageOf(mySupportMergeSchema),
    errors: ['invalid_cursor'],
  },
} as const satisfies Contract;
