/** The readers of the table's stream, as the catalogue lists them, each with its consumers. */
import { streamReaders } from '@hanoi/functions/stream/catalogue';
import { filterOf } from '@hanoi/functions/stream/wanted';
import { sendAccess, streamAccess, tableAccess } from './access.ts';
import type { Core } from './core.ts';
import type { MakeLambda } from './lambda.ts';
import { nameIn, resourceName } from './plan.ts';
import { type DeployedQueues, queueUrls } from './queues.ts';
import type { Settings } from './settings.ts';

/** Maps every reader to the stream: its filter, its batches, its tries, and where records go that fail in all of them. */
export function deployStreams(
  settings: Settings,
  core: Core,
  queues: DeployedQueues,
  makeLambda: MakeLambda,
  environment: Record<string, $util.Input<string>>,
) {
  for (const reader of streamReaders) {
    const name = `stream-${reader.name}`;
    const sends = reader.consumers.flatMap((consumer) => consumer.sends ?? []);
    const lambda = makeLambda({
      name,
      description: `Projections: ${reader.consumers.map((consumer) => consumer.name).join(', ')}`,
      timeout: '60 seconds',
      environment: { ...environment, QUEUE_URLS: queueUrls(queues, sends) },
      permissions: [...tableAccess(core), ...streamAccess(core), ...sendAccess(sends.map((name) => queues[name].arn))],
    });
    new aws.lambda.EventSourceMapping(
      `${resourceName(name)}Mapping`,
      {
        eventSourceArn: core.streamArn,
        functionName: lambda.name,
        startingPosition: 'TRIM_HORIZON',
        filterCriteria: { filters: filterOf(reader).map(({ Pattern }) => ({ pattern: Pattern })) },
        batchSize: reader.batchSize,
        maximumBatchingWindowInSeconds: reader.windowSeconds,
        maximumRetryAttempts: reader.maxAttempts,
        bisectBatchOnFunctionError: true,
        functionResponseTypes: ['ReportBatchItemFailures'],
        destinationConfig: { onFailure: { destinationArn: core.streamDeadLettersArn } },
      },
      // It polls by the function's role from the start.
      { dependsOn: [lambda.nodes.role] },
    );
    alarmWhenLate(settings, name, lambda, core);
  }
}

/** Here and not with the other alarms: Lambda reports the age of what it reads under the function's name, known only here. */
function alarmWhenLate(settings: Settings, name: string, lambda: sst.aws.Function, core: Core) {
  new aws.cloudwatch.MetricAlarm(`${resourceName(name)}Late`, {
    name: nameIn(settings, `${resourceName(name)}Late`),
    alarmDescription:
      'Projections are more than two minutes behind what was written. What to do: docs/runbooks/stream-late.md',
    namespace: 'AWS/Lambda',
    metricName: 'IteratorAge',
    dimensions: { FunctionName: lambda.name },
    statistic: 'Maximum',
    period: 300,
    threshold: 120_000,
    evaluationPeriods: 2,
    comparisonOperator: 'GreaterThanOrEqualToThreshold',
    treatMissingData: 'notBreaching',
    alarmActions: [core.alarmTopicArn],
    okActions: [core.alarmTopicArn],
  });
}
