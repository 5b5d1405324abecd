/** The code of the scheduled jobs that are deployed. Read by the deployment and by the one-machine scheduler. */
import { type JobName, type JobSpec, type jobList, jobSpec } from '@hanoi/core/job/schema';
import type { QueueName } from '../queue/messages.ts';

/** Jobs with a Lambda of their own; what AWS does by itself is in the one-machine runtime. */
export type DeployedJobName = {
  [Name in JobName]: (typeof jobList)[Name] extends { isForOneMachine: true } ? never : Name;
}[JobName];

export type Job = JobSpec & {
  name: DeployedJobName;
  /** The event is the payload of a call by hand; the schedule sends none. */
  load: () => Promise<(event?: unknown) => Promise<unknown>>;
  /** The queues it sends to; it may send to no other. */
  sends?: readonly QueueName[];
};

/** Where nights are counted. */
export const timeZone = 'Asia/Ho_Chi_Minh';

const loaders: Record<DeployedJobName, Job['load']> = {
  'close-due': async () => (await import('./close-due.ts')).handler,
  figures: async () => (await import('./figures.ts')).handler,
  'day-figures': async () => (await import('./day-figures.ts')).handler,
  retag: async () => (await import('./retag.ts')).handler,
  'seal-audit': async () => (await import('./seal-audit.ts')).handler,
  'watch-votes': async () => (await import('./watch-votes.ts')).handler,
  'forget-networks': async () => (await import('./forget-networks.ts')).handler,
  'check-audit': async () => (await import('./check-audit.ts')).handler,
  recount: async () => (await import('./recount.ts')).handler,
  transparency: async () => (await import('./transparency.ts')).handler,
  'search-snapshot': async () => (await import('./search-snapshot.ts')).handler,
  migrate: async () => (await import('./migrate.ts')).handler,
  reproject: async () => (await import('./reproject.ts')).handler,
};

const sends: Partial<Record<DeployedJobName, readonly QueueName[]>> = { reproject: ['pictures'] };

export const jobs: readonly Job[] = (Object.keys(loaders) as DeployedJobName[]).map((name) => ({
  name,
  ...jobSpec(name),
  load: loaders[name],
  ...(sends[name] && { sends: sends[name] }),
}));
