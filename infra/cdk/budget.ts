/** A warning when a month is going to cost more than planned. */
import type { Stack } from 'aws-cdk-lib';
import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import type { CoreSettings } from './settings.ts';

/** Makes a budget for the account's month; it notifies at a forecast of 80 % and when it is used up. What to do: docs/runbooks/cost.md. */
export function makeBudget(stack: Stack, { stage, monthlyBudget }: CoreSettings, topic: Topic): void {
  const notification = (notificationType: 'FORECASTED' | 'ACTUAL', threshold: number) => ({
    notification: { notificationType, comparisonOperator: 'GREATER_THAN', threshold, thresholdType: 'PERCENTAGE' },
    subscribers: [{ subscriptionType: 'SNS', address: topic.topicArn }],
  });
  new CfnBudget(stack, 'Budget', {
    budget: {
      budgetName: `hanoi-ideas-${stage}`,
      budgetType: 'COST',
      timeUnit: 'MONTHLY',
      budgetLimit: { amount: monthlyBudget, unit: 'USD' },
    },
    notificationsWithSubscribers: [notification('FORECASTED', 80), notification('ACTUAL', 100)],
  });
}
