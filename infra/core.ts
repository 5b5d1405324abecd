/**
 * The stateful core: the CDK stack, deployed by CloudFormation, which keeps rollback, drift and retention for the data.
 * The rest of the program knows it by its outputs alone.
 */
import { table } from '@hanoi/core/db/table';
import { local } from '@pulumi/command';
import { type OutputName, stackName } from './cdk/names.ts';
import type { Settings } from './settings.ts';

export type Core = {
  tableName: $util.Output<string>;
  tableArn: $util.Output<string>;
  indexArns: $util.Output<string>[];
  /** Of the index of changes. */
  changeIndexArn: $util.Output<string>;
  streamArn: $util.Output<string>;
  mediaBucketName: $util.Output<string>;
  mediaBucketArn: $util.Output<string>;
  keyArn: $util.Output<string>;
  streamDeadLettersArn: $util.Output<string>;
  jobDeadLettersArn: $util.Output<string>;
  alarmTopicArn: $util.Output<string>;
  malwareScanRoleArn: $util.Output<string>;
};

/** Deploys the CDK stack's template and reads what it made. */
export function deployCore(settings: Settings, template: string): Core {
  const stack = new aws.cloudformation.Stack(
    'Core',
    {
      name: stackName(settings.stage),
      templateBody: template,
      capabilities: ['CAPABILITY_IAM'],
      policyBody: JSON.stringify(stackPolicy(settings)),
      // A stack that was rolled back takes no update: deleted, it can be created again by the next deployment.
      onFailure: 'DELETE',
    },
    // Its data outlives the stack by the template's own deletion policies. What `onFailure` says matters only once.
    { protect: settings.isProtected, ignoreChanges: ['onFailure'] },
  );
  if (settings.isProtected) protectFromDeletion(stack, settings);
  const read = (name: OutputName) =>
    stack.outputs.apply((outputs) => {
      const value = outputs[name];
      if (!value) throw new Error(`The core stack has no output ${name}.`);
      return value;
    });
  const tableArn = read('TableArn');
  return {
    tableName: read('TableName'),
    tableArn,
    indexArns: table.indexes.map(({ name }) => $interpolate`${tableArn}/index/${name}`),
    changeIndexArn: $interpolate`${tableArn}/index/gsi3`,
    streamArn: read('TableStreamArn'),
    mediaBucketName: read('MediaBucketName'),
    mediaBucketArn: read('MediaBucketArn'),
    keyArn: read('KeyArn'),
    streamDeadLettersArn: read('StreamDeadLettersArn'),
    jobDeadLettersArn: read('JobDeadLettersArn'),
    alarmTopicArn: read('AlarmTopicArn'),
    malwareScanRoleArn: read('MalwareScanRoleArn'),
  };
}

/** No update of a protected stack may replace what holds data, or delete table or key, whatever a template says. */
function stackPolicy({ isProtected }: Settings) {
  const anything = { Principal: '*', Resource: '*' };
  const deny = (actions: string[], types: string[]) => ({
    Effect: 'Deny',
    Action: actions,
    ...anything,
    Condition: { StringEquals: { ResourceType: types } },
  });
  const denied = [
    deny(['Update:Replace', 'Update:Delete'], ['AWS::DynamoDB::GlobalTable', 'AWS::KMS::Key']),
    deny(['Update:Replace'], ['AWS::S3::Bucket']),
  ];
  return { Statement: [{ Effect: 'Allow', Action: 'Update:*', ...anything }, ...(isProtected ? denied : [])] };
}

/**
 * CDK's `terminationProtection` is carried out by CDK's own command, and Pulumi's resource has none: it is set by AWS's
 * command, and taken off again when the stage is no longer protected.
 */
function protectFromDeletion(stack: aws.cloudformation.Stack, { stage, region }: Settings): void {
  const set = (which: 'enable' | 'no-enable') =>
    `aws cloudformation update-termination-protection --${which}-termination-protection ` +
    `--stack-name ${stackName(stage)} --region ${region}`;
  new local.Command(
    'CoreTerminationProtection',
    // By the stack's id, so that it is set again for a new stack of the same name.
    { create: set('enable'), delete: set('no-enable'), triggers: [stack.id] },
    // Otherwise the old command's `delete` would run after the new one's `create`.
    { dependsOn: stack, deleteBeforeReplace: true },
  );
}
