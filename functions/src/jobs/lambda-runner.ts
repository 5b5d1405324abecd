/** Starting jobs on AWS: each is a Lambda, which is called and not waited for. */
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import type { JobRunner } from '@hanoi/core/job/port';
import { tracedClient } from '../tracing.ts';

/** `JOB_FUNCTIONS` holds the names of the jobs' functions, by job, as JSON. */
export function lambdaRunner(client = tracedClient(new LambdaClient()), names = process.env.JOB_FUNCTIONS): JobRunner {
  const functions = JSON.parse(names ?? '{}') as Record<string, string>;
  return {
    place: 'aws',
    async start(job) {
      const FunctionName = functions[job];
      if (!FunctionName) throw new Error(`JOB_FUNCTIONS has no job ${job}: this function may not start it.`);
      await client.send(new InvokeCommand({ FunctionName, InvocationType: 'Event' }));
    },
  };
}
