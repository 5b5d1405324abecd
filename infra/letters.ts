/** Dead letters: the function that files them in the table, and the alarm while one waits for an administrator. */
import { queues } from '@hanoi/functions/queue/catalogue';
import { readStreamAccess, tableAccess, workAccess } from './access.ts';
import { metricNamespace, serviceName } from './cdk/names.ts';
import type { Core } from './core.ts';
import type { MakeLambda } from './lambda.ts';
import { nameIn } from './plan.ts';
import type { DeployedQueues } from './queues.ts';
import type { Settings } from './settings.ts';

/** Deploys the function, called by every queue of dead letters: those of slow work, of the stream, of the calls of jobs. */
export function deployLetters(
  settings: Settings,
  core: Core,
  dead: DeployedQueues,
  makeLambda: MakeLambda,
  environment: Record<string, $util.Input<string>>,
): void {
  const sources = [
    ...queues.map(({ name, maxReceives }) => ({ source: name, tries: maxReceives, arn: dead[name].arn })),
    { source: 'streams', arn: core.streamDeadLettersArn },
    { source: 'jobs', arn: core.jobDeadLettersArn },
  ];
  // What the function is told of each.
  const told = sources.map(({ arn: _, ...rest }) => rest);
  const lambda = makeLambda({
    name: 'letters',
    description: 'Files dead letters',
    environment: {
      ...environment,
      LETTER_SOURCES: $util
        .all(sources.map(({ arn }) => arn))
        .apply((arns) => JSON.stringify(Object.fromEntries(arns.map((arn, at) => [arn, told[at]])))),
    },
    permissions: [...tableAccess(core), ...readStreamAccess(core), ...sources.flatMap(({ arn }) => workAccess(arn))],
  });
  for (const { source, arn } of sources) {
    new aws.lambda.EventSourceMapping(
      `Letters${source[0]!.toUpperCase()}${source.slice(1)}Mapping`,
      {
        eventSourceArn: arn,
        functionName: lambda.name,
        batchSize: 10,
        scalingConfig: { maximumConcurrency: 2 },
        functionResponseTypes: ['ReportBatchItemFailures'],
      },
      // It polls by the function's role from the start.
      { dependsOn: [lambda.nodes.role] },
    );
  }
  alarmWhileOpen(settings, core);
}

/** Counted whenever a letter is filed, sent or discarded: in between, the last count holds. */
function alarmWhileOpen(settings: Settings, core: Core): void {
  new aws.cloudwatch.MetricAlarm('LettersOpen', {
    name: nameIn(settings, 'LettersOpen'),
    alarmDescription: 'A dead letter waits for an administrator. What to do: docs/runbooks/letters-open.md',
    namespace: metricNamespace(settings.stage),
    metricName: 'OpenLetters',
    dimensions: { service: serviceName },
    // Two counts within minutes: the lower one is that after a letter was sent.
    statistic: 'Minimum',
    period: 60,
    threshold: 1,
    evaluationPeriods: 1,
    comparisonOperator: 'GreaterThanOrEqualToThreshold',
    treatMissingData: 'ignore',
    alarmActions: [core.alarmTopicArn],
    okActions: [core.alarmTopicArn],
  });
}
