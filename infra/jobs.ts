/** The jobs, as the catalogue lists them: on a clock, or waiting to be called by name. */
import { jobs } from '@hanoi/functions/jobs/catalogue';
import { scanAccess, tableAccess } from './access.ts';
import type { Core } from './core.ts';
import type { MakeLambda } from './lambda.ts';
import { resourceName } from './plan.ts';

/** Deploys every job, and a schedule for those that have one. */
export function deployJobs(core: Core, makeLambda: MakeLambda, environment: Record<string, $util.Input<string>>) {
  for (const job of jobs) {
    const name = `job-${job.name}`;
    const lambda = makeLambda({
      name,
      description: `Job: ${job.name}`,
      timeout: '15 minutes',
      // One run at a time.
      reserved: 1,
      environment,
      permissions: job.scans ? [...tableAccess(core), ...scanAccess(core)] : tableAccess(core),
    });
    if (job.everyMinutes) schedule(resourceName(name), job.everyMinutes, lambda, core);
  }
}

function schedule(name: string, everyMinutes: number, lambda: sst.aws.Function, core: Core) {
  const role = new aws.iam.Role(`${name}Clock`, {
    assumeRolePolicy: aws.iam.assumeRolePolicyForPrincipal({ Service: 'scheduler.amazonaws.com' }),
    inlinePolicies: [{ name: 'inline', policy: clockPolicy(lambda, core) }],
  });
  new aws.scheduler.Schedule(`${name}Schedule`, {
    scheduleExpression: `rate(${everyMinutes} minutes)`,
    // Not all jobs on the same second.
    flexibleTimeWindow: { mode: 'FLEXIBLE', maximumWindowInMinutes: Math.min(5, everyMinutes) },
    target: {
      arn: lambda.arn,
      roleArn: role.arn,
      deadLetterConfig: { arn: core.jobDeadLettersArn },
      retryPolicy: { maximumRetryAttempts: 2, maximumEventAgeInSeconds: everyMinutes * 60 },
    },
  });
}

function clockPolicy(lambda: sst.aws.Function, core: Core) {
  return aws.iam.getPolicyDocumentOutput({
    statements: [
      { actions: ['lambda:InvokeFunction'], resources: [lambda.arn] },
      { actions: ['sqs:SendMessage'], resources: [core.jobDeadLettersArn] },
      { actions: ['kms:Decrypt', 'kms:GenerateDataKey'], resources: [core.keyArn] },
    ],
  }).json;
}
