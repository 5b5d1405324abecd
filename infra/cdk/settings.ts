/** What differs between the stages of the stateful core, and the settings given by environment variables. */
export type CoreSettings = {
  stage: string;
  region: string;
  /** Data, keys and backups outlive the stack, and nothing of them can be deleted by mistake. */
  isKept: boolean;
  /** Who gets mail about alarms and the budget; without an address, only the console shows them. */
  alarmEmail?: string;
  /** US dollars a month. */
  monthlyBudget: number;
};

/** A stage somebody tries, and one the city uses: docs/capacity.md. */
const usualBudget = { tried: 50, kept: 1_000 };

/** What must be known of a stage whatever is done with it, also to take it down. */
export function stageOf(stage: string, env: NodeJS.ProcessEnv = process.env): Pick<CoreSettings, 'isKept' | 'region'> {
  return { isKept: ['staging', 'production'].includes(stage), region: env.AWS_REGION || 'ap-southeast-1' };
}

/** The settings of a stage. Throws when the budget is no amount. */
export function coreSettingsOf(stage: string, env: NodeJS.ProcessEnv = process.env): CoreSettings {
  const { isKept } = stageOf(stage, env);
  const monthlyBudget = Number(env.MONTHLY_BUDGET_USD ?? (isKept ? usualBudget.kept : usualBudget.tried));
  if (!(monthlyBudget > 0)) throw new Error('MONTHLY_BUDGET_USD is an amount of US dollars, such as 1000.');
  return {
    stage,
    ...stageOf(stage, env),
    ...(env.ALARM_EMAIL && { alarmEmail: env.ALARM_EMAIL }),
    monthlyBudget,
  };
}
