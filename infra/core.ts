/**
 * The stateful core: the CDK stack, deployed by CloudFormation, which keeps rollback, drift and retention for the data.
 * The rest of the program knows it by its outputs alone.
 */
import { table } from '@hanoi/core/db/table';
import { type OutputName, stackName } from './cdk/names.ts';
import type { Settings } from './settings.ts';

export type Core = {
  tableName: $util.Output<string>;
  tableArn: $util.Output<string>;
  indexArns: $util.Output<string>[];
  streamArn: $util.Output<string>;
  mediaBucketName: $util.Output<string>;
  mediaBucketArn: $util.Output<string>;
  keyArn: $util.Output<string>;
  streamDeadLettersArn: $util.Output<string>;
  jobDeadLettersArn: $util.Output<string>;
  alarmTopicArn: $util.Output<string>;
};

/** Deploys the CDK stack's template and reads what it made. */
export function deployCore(settings: Settings, template: string): Core {
  const stack = new aws.cloudformation.Stack(
    'Core',
    {
      name: stackName(settings.stage),
      templateBody: template,
      capabilities: ['CAPABILITY_IAM'],
      onFailure: 'ROLLBACK',
    },
    { protect: settings.isKept, retainOnDelete: settings.isKept },
  );
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
    streamArn: read('TableStreamArn'),
    mediaBucketName: read('MediaBucketName'),
    mediaBucketArn: read('MediaBucketArn'),
    keyArn: read('KeyArn'),
    streamDeadLettersArn: read('StreamDeadLettersArn'),
    jobDeadLettersArn: read('JobDeadLettersArn'),
    alarmTopicArn: read('AlarmTopicArn'),
  };
}
