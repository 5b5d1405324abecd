/** Backups beside the table's own: weekly for five weeks, monthly for a year, in a vault that cannot be emptied early. */
import { Duration, Fn, RemovalPolicy, type Stack, Validations } from 'aws-cdk-lib';
import {
  BackupPlan,
  type BackupPlanCopyActionProps,
  BackupPlanRule,
  BackupResource,
  BackupVault,
} from 'aws-cdk-lib/aws-backup';
import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { Schedule } from 'aws-cdk-lib/aws-events';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { keptOr } from './kept.ts';
import type { CoreSettings } from './settings.ts';

/**
 * Makes vault and plan. The table's own recovery reaches back to any second of 35 days; the weekly ones stand beside it for
 * the day on which that fails, the monthly ones are for what is found out later. Each is a whole copy and paid as one. A stage whose
 * data is not kept has none: a vault with a backup in it can't be deleted, so that the stage could not be removed.
 */
export function makeBackups(stack: Stack, settings: CoreSettings, table: ITable, key: IKey): void {
  if (!settings.isKept) return;
  const vault = new BackupVault(stack, 'BackupVault', {
    backupVaultName: vaultName(stack, settings.stage),
    encryptionKey: key,
    removalPolicy: keptOr(RemovalPolicy.DESTROY, true),
    lockConfiguration: { minRetention: Duration.days(7) },
  });
  const plan = new BackupPlan(stack, 'BackupPlan', {
    backupPlanName: `hanoi-ideas-${settings.stage}`,
    backupVault: vault,
  });
  const copyFor = copyActions(stack, settings);
  plan.addRule(
    new BackupPlanRule({
      ruleName: 'weekly',
      // Monday, two in the morning in Hanoi.
      scheduleExpression: Schedule.cron({ weekDay: 'SUN', hour: '19', minute: '0' }),
      deleteAfter: Duration.days(35),
      ...copyFor(Duration.days(35)),
    }),
  );
  plan.addRule(
    new BackupPlanRule({
      ruleName: 'monthly',
      scheduleExpression: Schedule.cron({ day: '1', hour: '19', minute: '30' }),
      deleteAfter: Duration.days(366),
      ...copyFor(Duration.days(366)),
    }),
  );
  const selection = plan.addSelection('Data', { resources: [BackupResource.fromDynamoDbTable(table)] });
  Validations.of(selection).acknowledge({
    id: 'AwsSolutions::AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup]',
    reason: 'AWS Backup documents this policy as the one its role has; it changes with the service.',
  });
}

/**
 * CloudFormation makes up no names for vaults. One name for all stages would let only the first be deployed, and a vault that
 * a removed stage left behind would stop it from being deployed again: so the name ends with a part of the stack's id, which
 * is new for each stack.
 */
function vaultName(stack: Stack, stage: string): string {
  const unique = Fn.select(4, Fn.split('-', Fn.select(2, Fn.split('/', stack.stackId))));
  return `hanoi-ideas-${stage}-${unique}`;
}

/** With `BACKUP_COPY_VAULT_ARN`, each backup is copied there, and stays as long as here. */
function copyActions(stack: Stack, { backupCopyVaultArn }: CoreSettings) {
  const destinationBackupVault =
    backupCopyVaultArn && BackupVault.fromBackupVaultArn(stack, 'CopyVault', backupCopyVaultArn);
  return (deleteAfter: Duration): { copyActions?: BackupPlanCopyActionProps[] } =>
    destinationBackupVault ? { copyActions: [{ destinationBackupVault, deleteAfter }] } : {};
}
