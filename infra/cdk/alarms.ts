/**
 * What somebody is woken up for. Each alarm has a page that says what to do: docs/runbooks/NAME.md. Those of what
 * the SST program makes are beside it: infra/streams.ts, infra/queues.ts, infra/watch.ts.
 */
import { jobs } from '@hanoi/functions/jobs/catalogue';
import { Duration, type Stack } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  type IMetric,
  Metric,
  Stats,
  TreatMissingData,
  type Unit,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { Operation, type TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import type { DeadLetters } from './dead-letters.ts';
import { metricNamespace, serviceName } from './names.ts';
import type { CoreSettings } from './settings.ts';

type Watched = { table: TableV2; deadLetters: DeadLetters };

type AlarmPlan = {
  /** Names the runbook too. */
  name: string;
  says: string;
  metric: IMetric;
  /** Reached or passed in so many periods in a row. */
  threshold: number;
  periods: number;
  isLess?: boolean;
  /** What no figure at all means: silence is good for faults and bad for jobs. */
  missing?: TreatMissingData;
};

const minutes = (count: number) => Duration.minutes(count);

/** A figure our own functions write. */
export function ownMetric(
  stage: string,
  metricName: string,
  statistic: string,
  dimensions: Record<string, string> = {},
) {
  const dimensionsMap = { service: serviceName, ...dimensions };
  return new Metric({ namespace: metricNamespace(stage), metricName, statistic, dimensionsMap, period: minutes(5) });
}

/** A figure of all functions of the account together. */
export function lambdaMetric(metricName: string, statistic: string, unit?: Unit) {
  return new Metric({ namespace: 'AWS/Lambda', metricName, statistic, period: minutes(5), ...(unit && { unit }) });
}

/** How long the oldest record had waited when a reader of the stream was given it. */
export function streamLag(stage: string, reader: string) {
  return ownMetric(stage, 'StreamLag', Stats.MAXIMUM, { reader });
}

export const tableOperations = [
  Operation.GET_ITEM,
  Operation.BATCH_GET_ITEM,
  Operation.QUERY,
  Operation.PUT_ITEM,
  Operation.UPDATE_ITEM,
  Operation.DELETE_ITEM,
  Operation.BATCH_WRITE_ITEM,
  Operation.TRANSACT_WRITE_ITEMS,
];

/** All alarms of a stage, as a list that can be read. */
function plannedAlarms({ stage }: CoreSettings, { table, deadLetters }: Watched): AlarmPlan[] {
  const waiting = (queue: DeadLetters['streams']) =>
    queue.metricApproximateNumberOfMessagesVisible({ period: minutes(5), statistic: Stats.MAXIMUM });
  return [
    {
      name: 'api-faults',
      says: 'The API answered 5xx five times within five minutes.',
      metric: ownMetric(stage, 'Faults', Stats.SUM),
      threshold: 5,
      periods: 1,
    },
    {
      name: 'api-slow',
      says: 'One of a hundred answers took longer than 1.5 s, for a quarter of an hour.',
      metric: ownMetric(stage, 'Latency', Stats.percentile(99)),
      threshold: 1_500,
      periods: 3,
    },
    {
      name: 'function-errors',
      says: 'Functions ended with an error ten times within five minutes.',
      metric: lambdaMetric('Errors', Stats.SUM),
      threshold: 10,
      periods: 1,
    },
    {
      name: 'function-throttles',
      says: 'Function calls were throttled: the account’s concurrency is used up.',
      metric: lambdaMetric('Throttles', Stats.SUM),
      threshold: 1,
      periods: 2,
    },
    {
      name: 'table-throttles',
      says: 'The table throttled requests for ten minutes.',
      metric: table.metricThrottledRequestsForOperations({ operations: tableOperations, period: minutes(5) }),
      threshold: 20,
      periods: 2,
    },
    {
      name: 'table-errors',
      says: 'DynamoDB itself failed.',
      metric: table.metricSystemErrorsForOperations({ operations: tableOperations, period: minutes(5) }),
      threshold: 5,
      periods: 2,
    },
    {
      name: 'stream-dead-letters',
      says: 'A stream record could not be projected: it is a dead letter.',
      metric: waiting(deadLetters.streams),
      threshold: 1,
      periods: 1,
    },
    {
      name: 'job-dead-letters',
      says: 'A scheduled call did not reach its job: it is a dead letter.',
      metric: waiting(deadLetters.jobs),
      threshold: 1,
      periods: 1,
    },
    {
      name: 'audit-broken',
      says: 'The audit log does not fit its seals.',
      metric: ownMetric(stage, 'AuditFindings', Stats.MAXIMUM),
      threshold: 1,
      periods: 1,
    },
    ...jobs.flatMap(({ name, everyMinutes }) => (everyMinutes ? [overdue(stage, name, everyMinutes)] : [])),
  ];
}

/** No run came to its end within two turns. */
function overdue(stage: string, job: string, everyMinutes: number): AlarmPlan {
  const metric = ownMetric(stage, 'JobsDone', Stats.SUM, { job }).with({ period: minutes(everyMinutes) });
  return {
    name: `job-overdue-${job}`,
    says: `The job ${job} has not come to its end for ${2 * everyMinutes} minutes.`,
    metric,
    threshold: 1,
    periods: 2,
    isLess: true,
    missing: TreatMissingData.BREACHING,
  };
}

/** The runbook of an alarm; jobs share one. */
function runbookOf(name: string): string {
  return `docs/runbooks/${name.replace(/^(job-overdue)-.*/, '$1')}.md`;
}

/** Makes the alarms, which notify through the topic. */
export function makeAlarms(stack: Stack, settings: CoreSettings, watched: Watched, topic: Topic): Alarm[] {
  const action = new SnsAction(topic);
  return plannedAlarms(settings, watched).map((plan) => {
    const alarm = new Alarm(stack, `Alarm-${plan.name}`, {
      alarmName: `hanoi-ideas-${settings.stage}-${plan.name}`,
      alarmDescription: `${plan.says} What to do: ${runbookOf(plan.name)}`,
      metric: plan.metric,
      threshold: plan.threshold,
      evaluationPeriods: plan.periods,
      comparisonOperator: plan.isLess
        ? ComparisonOperator.LESS_THAN_THRESHOLD
        : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: plan.missing ?? TreatMissingData.NOT_BREACHING,
    });
    alarm.addAlarmAction(action);
    alarm.addOkAction(action);
    return alarm;
  });
}
