/** Timelines over HTTP. */
import type { Contract } from '../shared/endpoint.ts';
import { idSchema } from '../shared/ids.ts';
import { pageOf, pageQuery } from '../shared/page.ts';
import { z } from '../shared/zod.ts';
import { timelineEventSchema } from './schema.ts';

const common = {
  method: 'GET',
  access: 'anyone',
  query: z.strictObject(pageQuery),
  status: 200,
  output: pageOf(timelineEventSchema),
  sharedCacheSeconds: 2,
} as const;

export const timelineContract = {
  challengeTimeline: {
    ...common,
    path: '/challenges/{id}/timeline',
    summary: 'What happened to a challenge, newest first',
    params: z.strictObject({ id: idSchema('challenge') }),
    errors: ['challenge_not_found'],
  },
  solutionTimeline: {
    ...common,
    path: '/solutions/{id}/timeline',
    summary: 'What happened to a solution, newest first',
    params: z.strictObject({ id: idSchema('solution') }),
    errors: ['solution_not_found'],
  },
} as const satisfies Contract;
