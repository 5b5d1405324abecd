/** Watches whether people get pages: by the answers of the pages' function, and by a canary from outside, every minute. */
import { clockOf } from './clock.ts';
import type { Core } from './core.ts';
import type { MakeLambda } from './lambda.ts';
import { nameIn } from './plan.ts';
import type { Settings } from './settings.ts';

/**
 * An alarm on 5xx of pages. An error page is no error of the function, so the metric of its URL is used (`Url5xxCount`,
 * Monitoring Lambda function URLs). CloudFront has one too, but in us-east-1 only, and an alarm notifies a topic of its own
 * region.
 */
export function watchPages(settings: Settings, core: Core, web: sst.aws.SvelteKit): void {
  const FunctionName = $output(web.nodes.server).apply((server) => server!.name);
  alarm('PagesFaults', settings, core, {
    alarmDescription: 'Pages answered 5xx five times within five minutes. What to do: docs/runbooks/pages-faults.md',
    metricName: 'Url5xxCount',
    dimensions: { FunctionName },
    period: 300,
    threshold: 5,
    evaluationPeriods: 1,
    treatMissingData: 'notBreaching',
  });
}

/** A function that opens the home page as a reader does, through name, CDN and firewall; it fails when the page does. */
export function deployCanary(settings: Settings, core: Core, makeLambda: MakeLambda, site: $util.Input<string>): void {
  const lambda = makeLambda({
    name: 'canary',
    description: 'Opens the home page every minute',
    memory: '256 MB',
    environment: { PUBLIC_ORIGIN: site },
    permissions: [],
  });
  // A second try would hide the first failure, and be counted as another.
  new aws.lambda.FunctionEventInvokeConfig('CanaryTries', {
    functionName: lambda.name,
    maximumRetryAttempts: 0,
    maximumEventAgeInSeconds: 60,
  });
  new aws.scheduler.Schedule('CanarySchedule', {
    name: nameIn(settings, 'Canary'),
    scheduleExpression: 'rate(1 minute)',
    flexibleTimeWindow: { mode: 'OFF' },
    target: {
      arn: lambda.arn,
      roleArn: clockOf('CanaryClock', settings, core, lambda).arn,
      retryPolicy: { maximumRetryAttempts: 0, maximumEventAgeInSeconds: 60 },
    },
  });
  alarm('SiteDown', settings, core, {
    alarmDescription:
      'The home page could not be opened in two of three minutes. What to do: docs/runbooks/site-down.md',
    metricName: 'Errors',
    dimensions: { FunctionName: lambda.name },
    period: 60,
    threshold: 1,
    evaluationPeriods: 3,
    datapointsToAlarm: 2,
    // No figure at all means that the canary did not run.
    treatMissingData: 'breaching',
  });
}

function alarm(name: string, settings: Settings, core: Core, args: Partial<aws.cloudwatch.MetricAlarmArgs>): void {
  new aws.cloudwatch.MetricAlarm(name, {
    name: nameIn(settings, name),
    namespace: 'AWS/Lambda',
    statistic: 'Sum',
    comparisonOperator: 'GreaterThanOrEqualToThreshold',
    evaluationPeriods: 1,
    ...args,
    alarmActions: [core.alarmTopicArn],
    okActions: [core.alarmTopicArn],
  });
}
