/**
 * What the reader did with a subject, over HTTP: a signed-in page needs this beside the public part, which comes from a cache.
 * It answers for any id, so the answer does not reveal whether a subject exists.
 */
import type { Contract } from '../api/endpoint.ts';
import { forKinds } from '../api/for-kinds.ts';
import { z } from '../shared/zod.ts';
import { kindsWith } from '../subject/kinds.ts';

export const viewerContract = forKinds(kindsWith('support', 'follow'), '*Viewer', {
  method: 'GET',
  path: '/viewer',
  summary: 'Whether one supports and follows *; false for any id that one does nothing with',
  access: 'signed-in',
  status: 200,
  output: z.object({ supported: z.boolean(), following: z.boolean() }),
  answersAnyId: true,
}) satisfies Contract;
