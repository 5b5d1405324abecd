/** Timelines over HTTP: every kind has one. */
import type { Contract } from '../api/endpoint.ts';
import { forKinds } from '../api/for-kinds.ts';
import { timelineEventSchema } from '../event/schema.ts';
import { pageOf, pageQuery } from '../shared/page.ts';
import { z } from '../shared/zod.ts';
import { subjectKinds } from '../subject/kinds.ts';

export const timelineContract = forKinds(subjectKinds, '*Timeline', {
  method: 'GET',
  path: '/timeline',
  summary: 'What happened to *, newest first',
  access: 'anyone',
  query: z.strictObject(pageQuery),
  status: 200,
  output: pageOf(timelineEventSchema),
  sharedCacheSeconds: 2,
}) satisfies Contract;
