/** The jobs, as the catalogue lists them: on a clock, or waiting to be called by name. */
import { type Job, jobs, timeZone } from '@hanoi/functions/jobs/catalogue';
import {
  followAccess,
  runAccess,
  scanAccess,
  sendAccess,
  snapshotReadAccess,
  snapshotWriteAccess,
  tableAccess,
} from './access.ts';
import { clockOf } from './clock.ts';
import type { Core } from './core.ts';
import type { LambdaNeeds, MakeLambda } from './lambda.ts';
import { nameIn, resourceName } from './plan.ts';
import { type DeployedQueues, queueUrls } from './queues.ts';
import type { Settings } from './settings.ts';

/** Deploys every job, and a schedule for those that have one. Returns their functions, by job. */
export function deployJobs(
  settings: Settings,
  core: Core,
  { queues, snapshots }: { queues: DeployedQueues; snapshots: sst.aws.Bucket },
  makeLambda: MakeLambda,
  environment: Record<string, $util.Input<string>>,
): Record<string, sst.aws.Function> {
  const deployed: Record<string, sst.aws.Function> = {};
  for (const job of jobs) {
    const { sends = [] } = job;
    const name = `job-${job.name}`;
    const lambda = makeLambda({
      name,
      description: `Job: ${job.name}`,
      timeout: '15 minutes',
      // One run at a time.
      reserved: 1,
      ...(job.makesSnapshots
        ? snapshotNeeds(job.name, core, snapshots, environment)
        : {
            environment: { ...environment, ...(sends.length > 0 && { QUEUE_URLS: queueUrls(queues, sends) }) },
            permissions: [
              ...tableAccess(core),
              ...(job.scans ? scanAccess(core) : []),
              ...sendAccess(sends.map((name) => queues[name].arn)),
            ],
          }),
    });
    if (job.everyMinutes) schedule(job, lambda, settings, core);
    deployed[job.name] = lambda;
  }
  return deployed;
}

/** Room for a replica and its copy; and no right to write to the table but how its runs come out. */
function snapshotNeeds(
  job: string,
  core: Core,
  snapshots: sst.aws.Bucket,
  environment: Record<string, $util.Input<string>>,
): Pick<LambdaNeeds, 'memory' | 'storage' | 'environment' | 'permissions'> {
  return {
    memory: '2048 MB',
    storage: '10240 MB',
    environment: { ...environment, SNAPSHOT_BUCKET: snapshots.name },
    permissions: [
      ...followAccess(core),
      ...runAccess(core, job),
      ...snapshotReadAccess(core, snapshots),
      ...snapshotWriteAccess(core, snapshots),
    ],
  };
}

function schedule(
  { name, everyMinutes = 0, nightlyAt }: Job,
  lambda: sst.aws.Function,
  settings: Settings,
  core: Core,
) {
  const resource = resourceName(`job-${name}`);
  new aws.scheduler.Schedule(`${resource}Schedule`, {
    name: nameIn(settings, resource),
    ...(nightlyAt
      ? { scheduleExpression: nightly(nightlyAt), scheduleExpressionTimezone: timeZone }
      : { scheduleExpression: `rate(${everyMinutes} minutes)` }),
    // Not all jobs on the same second.
    flexibleTimeWindow: { mode: 'FLEXIBLE', maximumWindowInMinutes: Math.min(5, everyMinutes) },
    target: {
      arn: lambda.arn,
      roleArn: clockOf(`${resource}Clock`, settings, core, lambda).arn,
      deadLetterConfig: { arn: core.jobDeadLettersArn },
      retryPolicy: { maximumRetryAttempts: 2, maximumEventAgeInSeconds: everyMinutes * 60 },
    },
  });
}

/** `02:40` as EventBridge Scheduler writes it: minutes before hours, and `?` for the day of the week. */
function nightly(time: string): string {
  const [hours, minutes] = time.split(':').map(Number);
  return `cron(${minutes} ${hours} * * ? *)`;
}
