/**
 * What the reader did with a subject, over HTTP: what a signed-in page needs beside the part that everybody reads from the
 * cache. It answers for any id, and alike for what is not there and what the reader may not see.
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
