/** Jobs over HTTP, for administrators. */
import type { Contract } from '../api/endpoint.ts';
import { bodyLimits } from '../api/limits.ts';
import { z } from '../shared/zod.ts';
import { jobNameSchema, jobSchema } from './schema.ts';

const access = ['administrator'] as const;

export const jobContract = {
  listJobs: {
    method: 'GET',
    path: '/admin/jobs',
    summary: 'The jobs: how often each runs, where it stands, and how its last run came out',
    access,
    lambda: 'operations',
    status: 200,
    output: z.object({ items: z.array(jobSchema) }),
  },
  runJob: {
    method: 'POST',
    path: '/admin/jobs/{name}/runs',
    summary: 'Run a job now. Answers before it ends; 200 where it runs or was asked for already',
    access,
    lambda: 'operations',
    pace: 'free',
    bodyLimit: bodyLimits.small,
    // Repairs do not wait for the end of the read-only mode.
    staysOn: true,
    params: z.strictObject({ name: jobNameSchema }),
    status: 202,
    again: 200,
    output: jobSchema,
  },
} as const satisfies Contract;
