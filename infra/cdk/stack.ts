/** The stateful core: what must never be lost, and what watches over it. Its template holds no assets. */
import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { makeAlarms } from './alarms.ts';
import { makeBackups } from './backup.ts';
import { makeBuckets } from './buckets.ts';
import { makeBudget } from './budget.ts';
import { makeDashboard } from './dashboard.ts';
import { makeDeadLetters } from './dead-letters.ts';
import { makeKey } from './key.ts';
import { tellOfMalware } from './malware.ts';
import { type OutputName, stackName } from './names.ts';
import type { CoreSettings } from './settings.ts';
import { makeTable } from './table.ts';
import { makeTopic } from './topic.ts';

/** The stack of a stage. */
export class CoreStack extends Stack {
  constructor(scope: Construct, settings: CoreSettings, props: StackProps = {}) {
    super(scope, 'Core', {
      ...props,
      stackName: stackName(settings.stage),
      description: 'Hanoi Ideas Network: data, backups, alarms',
      terminationProtection: settings.isProtected,
      analyticsReporting: false,
    });
    const key = makeKey(this, settings);
    const table = makeTable(this, settings, key);
    const { media, exports, scanRole } = makeBuckets(this, settings, key);
    const deadLetters = makeDeadLetters(this, key);
    makeBackups(this, settings, table, key);
    const topic = makeTopic(this, settings, key);
    const alarms = makeAlarms(this, settings, { table, deadLetters }, topic);
    tellOfMalware(this, media, topic);
    makeDashboard(this, settings, { table, deadLetters, alarms });
    makeBudget(this, settings, topic);

    const values: Record<OutputName, string> = {
      TableName: table.tableName,
      TableArn: table.tableArn,
      TableStreamArn: table.tableStreamArn!,
      MediaBucketName: media.bucketName,
      MediaBucketArn: media.bucketArn,
      ExportBucketName: exports.bucketName,
      KeyArn: key.keyArn,
      StreamDeadLettersArn: deadLetters.streams.queueArn,
      JobDeadLettersArn: deadLetters.jobs.queueArn,
      AlarmTopicArn: topic.topicArn,
      MalwareScanRoleArn: scanRole.roleArn,
    };
    for (const [name, value] of Object.entries(values)) new CfnOutput(this, name, { value });
  }
}
