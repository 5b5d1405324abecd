/** What differs between the stages of the stateful core, and the settings given by environment variables. */
export type CoreSettings = {
  stage: string;
  region: string;
  /** Data, keys and backups outlive the stack. Otherwise they are deleted with it. */
  isKept: boolean;
  /** Neither the stage nor its stack nor its table can be deleted. */
  isProtected: boolean;
  /** Who gets mail about alarms and the budget; without an address, only the console shows them. */
  alarmEmail?: string;
  /** US dollars a month. */
  monthlyBudget: number;
  /** A vault of another account or region, where a copy of every backup goes. */
  backupCopyVaultArn?: string;
  /** A policy that no role of the stage may go beyond: docs/deploy.md, the role that deploys. */
  permissionsBoundaryArn?: string;
};

/** A stage somebody tries, and one the city uses: docs/capacity.md. */
const usualBudget = { tried: 50, kept: 1_000 };

/** What must be known of a stage whatever is done with it, also to take it down. */
export function stageOf(
  stage: string,
  env: NodeJS.ProcessEnv = process.env,
): Pick<CoreSettings, 'isKept' | 'isProtected' | 'region'> {
  const isOfTheCity = ['staging', 'production'].includes(stage);
  return {
    isKept: yesOrNo('KEEP_DATA', env, isOfTheCity),
    isProtected: yesOrNo('PROTECT', env, isOfTheCity),
    region: env.AWS_REGION || 'ap-southeast-1',
  };
}

/** The settings of a stage. Throws when one of them makes no sense. */
export function coreSettingsOf(stage: string, env: NodeJS.ProcessEnv = process.env): CoreSettings {
  const { ALARM_EMAIL: alarmEmail, PERMISSIONS_BOUNDARY_ARN: permissionsBoundaryArn } = env;
  const backupCopyVaultArn = env.BACKUP_COPY_VAULT_ARN;
  const ofStage = stageOf(stage, env);
  const monthlyBudget = Number(env.MONTHLY_BUDGET_USD ?? (ofStage.isKept ? usualBudget.kept : usualBudget.tried));
  if (!(monthlyBudget > 0)) throw new Error('MONTHLY_BUDGET_USD is an amount of US dollars, such as 1000.');
  if (backupCopyVaultArn && !/^arn:aws[\w-]*:backup:[\w-]+:\d{12}:backup-vault:/.test(backupCopyVaultArn))
    throw new Error(
      'BACKUP_COPY_VAULT_ARN is the ARN of a backup vault: arn:aws:backup:REGION:ACCOUNT:backup-vault:NAME',
    );
  if (backupCopyVaultArn && !ofStage.isKept)
    throw new Error('BACKUP_COPY_VAULT_ARN needs a stage that keeps its data: others have no backups to copy.');
  return {
    stage,
    ...ofStage,
    ...(alarmEmail && { alarmEmail }),
    monthlyBudget,
    ...(backupCopyVaultArn && { backupCopyVaultArn }),
    ...(permissionsBoundaryArn && { permissionsBoundaryArn }),
  };
}

/** A setting that is `yes` or `no`. A misspelt one is refused: it may decide what becomes of data. */
export function yesOrNo(name: string, env: NodeJS.ProcessEnv, usual: boolean): boolean {
  const given = env[name];
  if (!given) return usual;
  if (given !== 'yes' && given !== 'no') throw new Error(`${name} is yes or no, not “${given}”.`);
  return given === 'yes';
}
