/** One page that shows whether all is well: alarms above, then what people feel, then what lies behind it. */
import { queues } from '@hanoi/functions/queue/catalogue';
import { deadLettersName, deployedQueueName } from '@hanoi/functions/queue/names';
import { streamReaders } from '@hanoi/functions/stream/catalogue';
import type { Stack } from 'aws-cdk-lib';
import {
  type Alarm,
  AlarmStatusWidget,
  Dashboard,
  GraphWidget,
  type IMetric,
  Metric,
  Stats,
} from 'aws-cdk-lib/aws-cloudwatch';
import type { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { lambdaMetric, ownMetric, streamLag, tableOperations } from './alarms.ts';
import type { DeadLetters } from './dead-letters.ts';
import type { CoreSettings } from './settings.ts';

/** A figure SQS keeps of a queue, which the SST program makes. */
function queueMetric(QueueName: string, metricName: string) {
  return new Metric({ namespace: 'AWS/SQS', metricName, statistic: Stats.MAXIMUM, dimensionsMap: { QueueName } });
}

type Shown = { table: TableV2; deadLetters: DeadLetters; alarms: Alarm[] };

/** Makes the dashboard of a stage. */
export function makeDashboard(stack: Stack, { stage }: CoreSettings, { table, deadLetters, alarms }: Shown): void {
  const graph = (title: string, ...left: IMetric[]) => new GraphWidget({ title, left, width: 8 });
  const own = (name: string, statistic: string) => ownMetric(stage, name, statistic);
  const operations = { operations: tableOperations };
  const dashboard = new Dashboard(stack, 'Dashboard', { dashboardName: `hanoi-ideas-${stage}` });
  dashboard.addWidgets(new AlarmStatusWidget({ title: 'Alarms', alarms, width: 24 }));
  dashboard.addWidgets(
    graph('Requests of the API', own('Requests', Stats.SUM)),
    graph('Faults of the API (5xx)', own('Faults', Stats.SUM)),
    graph('Time to answer, ms', own('Latency', Stats.p(50)), own('Latency', Stats.p(95)), own('Latency', Stats.p(99))),
  );
  dashboard.addWidgets(
    graph('Functions: calls, errors', lambdaMetric('Invocations', Stats.SUM), lambdaMetric('Errors', Stats.SUM)),
    graph(
      'Functions: concurrent, throttled',
      lambdaMetric('ConcurrentExecutions', Stats.MAXIMUM),
      lambdaMetric('Throttles', Stats.SUM),
    ),
    graph('Projections behind, ms', ...streamReaders.map(({ name }) => streamLag(stage, name))),
  );
  dashboard.addWidgets(
    graph(
      'Table: units read, written',
      table.metricConsumedReadCapacityUnits(),
      table.metricConsumedWriteCapacityUnits(),
    ),
    graph('Table: throttled', table.metricThrottledRequestsForOperations(operations)),
    graph('Table: failed', table.metricSystemErrorsForOperations(operations)),
  );
  dashboard.addWidgets(
    graph(
      'Dead letters',
      deadLetters.streams.metricApproximateNumberOfMessagesVisible(),
      deadLetters.jobs.metricApproximateNumberOfMessagesVisible(),
      ...queues.map(({ name }) => queueMetric(deadLettersName(stage, name), 'ApproximateNumberOfMessagesVisible')),
    ),
    graph(
      'Queues: age of the oldest message, s',
      ...queues.map(({ name }) => queueMetric(deployedQueueName(stage, name), 'ApproximateAgeOfOldestMessage')),
    ),
    graph('Conflicts of transactions', table.metric('TransactionConflict', { statistic: Stats.SUM })),
  );
}
