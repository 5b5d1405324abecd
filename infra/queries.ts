/** Questions kept in Logs Insights, so that nobody has to write them in a hurry. */
import { plannedLambdas } from './plan.ts';
import type { Settings } from './settings.ts';

/** Every log a request leaves lines in, and the one that shows what became of an id. */
export function deployQueries({ stage }: Settings): void {
  const logs = [...plannedLambdas.map(({ name }) => name), 'web', 'access'];
  new aws.cloudwatch.QueryDefinition('FollowRequest', {
    name: `hanoi-ideas-${stage}/follow a request`,
    logGroupNames: logs.map((name) => `/hanoi-ideas/${stage}/${name}`),
    // Replace REQUEST with the id.
    queryString: 'fields @timestamp, @log, @message\n| filter @message like /REQUEST/\n| sort @timestamp asc',
  });
}
