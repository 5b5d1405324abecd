/** The queues of slow work, as the catalogue lists them: each with its worker, its dead letters and its alarms. */
import { queues } from '@hanoi/functions/queue/catalogue';
import type { QueueName } from '@hanoi/functions/queue/messages';
import { deadLettersName, deployedQueueName } from '@hanoi/functions/queue/names';
import { type Permission, sendAccess, snapshotReadAccess, tableAccess, workAccess } from './access.ts';
import type { Core } from './core.ts';
import type { MakeLambda } from './lambda.ts';
import { nameIn, resourceName } from './plan.ts';
import type { Settings } from './settings.ts';

/** The queues by name, for who may send to them. */
export type DeployedQueues = Record<QueueName, aws.sqs.Queue>;

const twoWeeks = 14 * 86_400;

/** Makes every queue, and the queue of its dead letters. */
export function deployQueues(settings: Settings, core: Core): { queues: DeployedQueues; dead: DeployedQueues } {
  const made = queues.map((queue) => {
    const resource = resourceName(`queue-${queue.name}`);
    // Deleted with the stage, also where data is kept: a queue of this name with another key would stop the stage from being
    // deployed again. The job `reproject` does what was waiting.
    const kept = { protect: settings.isProtected };
    const common = { kmsMasterKeyId: core.keyArn, messageRetentionSeconds: twoWeeks };
    const dead = new aws.sqs.Queue(
      `${resource}Dead`,
      { ...common, name: deadLettersName(settings.stage, queue.name) },
      kept,
    );
    const messages = new aws.sqs.Queue(
      `${resource}Messages`,
      {
        ...common,
        name: deployedQueueName(settings.stage, queue.name),
        visibilityTimeoutSeconds: queue.visibilitySeconds,
        redrivePolicy: $util.jsonStringify({ deadLetterTargetArn: dead.arn, maxReceiveCount: queue.maxReceives }),
      },
      kept,
    );
    new aws.sqs.RedriveAllowPolicy(`${resource}MayRedrive`, {
      queueUrl: dead.url,
      redriveAllowPolicy: $util.jsonStringify({ redrivePermission: 'byQueue', sourceQueueArns: [messages.arn] }),
    });
    for (const [name, one] of [
      [`${resource}DeadTls`, dead],
      [`${resource}MessagesTls`, messages],
    ] as const) {
      new aws.sqs.QueuePolicy(name, { queueUrl: one.url, policy: tlsOnly(one.arn) });
    }
    makeAlarm(settings, `${resource}Late`, messages, core, {
      alarmDescription: 'A message has waited for half an hour. What to do: docs/runbooks/queue-late.md',
      metricName: 'ApproximateAgeOfOldestMessage',
      // All tries of a message that fails take a quarter of an hour: that is not late yet.
      threshold: 1_800,
      evaluationPeriods: 2,
    });
    makeAlarm(settings, `${resource}DeadLetters`, dead, core, {
      alarmDescription:
        'A message that failed in all its tries is not filed. What to do: docs/runbooks/queue-dead-letters.md',
      metricName: 'ApproximateNumberOfMessagesVisible',
      threshold: 1,
      evaluationPeriods: 1,
    });
    return { name: queue.name, messages, dead };
  });
  const byName = (part: 'messages' | 'dead') =>
    Object.fromEntries(made.map((one) => [one.name, one[part]])) as DeployedQueues;
  return { queues: byName('messages'), dead: byName('dead') };
}

/** What a worker needs that moves files. */
type FileNeeds = { environment: Record<string, $util.Input<string>>; permissions: Permission[] };

/** As the function `search` has. */
const roomForReplica = { memory: '2048 MB', storage: '6144 MB' } as const;

/** Deploys the worker of every queue. It may send to its own queue, to continue its work. */
export function deployWorkers(
  core: Core,
  { queues: deployed, snapshots, files }: { queues: DeployedQueues; snapshots: sst.aws.Bucket; files: FileNeeds },
  makeLambda: MakeLambda,
  environment: Record<string, $util.Input<string>>,
) {
  for (const queue of queues) {
    const name = `queue-${queue.name}`;
    const { arn } = deployed[queue.name];
    const lambda = makeLambda({
      name,
      description: `Worker: ${queue.name}`,
      timeout: `${queue.timeoutSeconds} seconds`,
      ...(queue.usesSearch && roomForReplica),
      environment: {
        ...environment,
        QUEUE_URLS: queueUrls(deployed, [queue.name]),
        ...(queue.usesFiles && files.environment),
        ...(queue.usesSearch && { SNAPSHOT_BUCKET: snapshots.name, SEARCH_OLDEST_MS: '2000' }),
      },
      permissions: [
        ...tableAccess(core),
        ...workAccess(arn),
        ...sendAccess([arn]),
        ...(queue.usesSearch ? snapshotReadAccess(core, snapshots) : []),
        ...(queue.usesFiles ? files.permissions : []),
      ],
    });
    new aws.lambda.EventSourceMapping(
      `${resourceName(name)}Mapping`,
      {
        eventSourceArn: arn,
        functionName: lambda.name,
        batchSize: queue.batchSize,
        scalingConfig: { maximumConcurrency: queue.maximumConcurrency },
        functionResponseTypes: ['ReportBatchItemFailures'],
      },
      // It polls by the function's role from the start.
      { dependsOn: [lambda.nodes.role] },
    );
  }
}

/** What a function reads as `QUEUE_URLS`: where the queues are that it may send to. */
export function queueUrls(deployed: DeployedQueues, names: readonly QueueName[]): $util.Output<string> {
  return $util.jsonStringify(Object.fromEntries(names.map((name) => [name, deployed[name].url])));
}

function tlsOnly(arn: $util.Output<string>): $util.Output<string> {
  return aws.iam.getPolicyDocumentOutput({
    statements: [
      {
        effect: 'Deny',
        principals: [{ type: '*', identifiers: ['*'] }],
        actions: ['sqs:*'],
        resources: [arn],
        conditions: [{ test: 'Bool', variable: 'aws:SecureTransport', values: ['false'] }],
      },
    ],
  }).json;
}

type Alarm = { alarmDescription: string; metricName: string; threshold: number; evaluationPeriods: number };

/** An alarm on a metric of a queue, or of its dead letters. */
function makeAlarm(settings: Settings, name: string, queue: aws.sqs.Queue, core: Core, alarm: Alarm) {
  new aws.cloudwatch.MetricAlarm(name, {
    ...alarm,
    name: nameIn(settings, name),
    namespace: 'AWS/SQS',
    dimensions: { QueueName: queue.name },
    statistic: 'Maximum',
    period: 300,
    comparisonOperator: 'GreaterThanOrEqualToThreshold',
    treatMissingData: 'notBreaching',
    alarmActions: [core.alarmTopicArn],
    okActions: [core.alarmTopicArn],
  });
}
