/** Backups beside the table's own: weekly for five weeks, monthly for a year, in a vault that cannot be emptied early. */
import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import { BackupPlan, BackupPlanRule, BackupResource, BackupVault } from 'aws-cdk-lib/aws-backup';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { Schedule } from 'aws-cdk-lib/aws-events';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';

/**
 * Makes vault and plan. The table's own recovery reaches back to any second of 35 days; the weekly ones stand beside it for
 * the day on which that fails, the monthly ones are for what is found out later. Each is a whole copy and paid as one.
 */
export function makeBackups(scope: Construct, table: ITable, key: IKey): void {
  const vault = new BackupVault(scope, 'BackupVault', {
    encryptionKey: key,
    removalPolicy: RemovalPolicy.RETAIN,
    lockConfiguration: { minRetention: Duration.days(7) },
  });
  const plan = new BackupPlan(scope, 'BackupPlan', { backupVault: vault });
  plan.addRule(
    new BackupPlanRule({
      ruleName: 'weekly',
      // Monday, two in the morning in Hanoi.
      scheduleExpression: Schedule.cron({ weekDay: 'SUN', hour: '19', minute: '0' }),
      deleteAfter: Duration.days(35),
    }),
  );
  plan.addRule(
    new BackupPlanRule({
      ruleName: 'monthly',
      scheduleExpression: Schedule.cron({ day: '1', hour: '19', minute: '30' }),
      deleteAfter: Duration.days(366),
    }),
  );
  const selection = plan.addSelection('Data', { resources: [BackupResource.fromDynamoDbTable(table)] });
  Validations.of(selection).acknowledge({
    id: 'AwsSolutions::AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup]',
    reason: 'AWS Backup documents this policy as the one its role has; it changes with the service.',
  });
}
