/** Jobs over HTTP. */
import type { jobContract } from '@hanoi/core/job/contract';
import { listJobs, runJobNow } from '@hanoi/core/job/service';
import { Again, type HandlesOf } from '../http/handle.ts';
import { getJobRunner } from '../jobs/runner-in-force.ts';

export const handles: HandlesOf<typeof jobContract> = {
  listJobs: async (ctx) => ({ items: await listJobs(ctx, (await getJobRunner()).place) }),
  async runJob(ctx, { params }) {
    const { job, isNew } = await runJobNow(ctx, await getJobRunner(), params.name);
    return isNew ? job : new Again(job);
  },
};
