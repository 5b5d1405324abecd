/** Tells when a month is going to cost more than was meant. */
import type { Stack } from 'aws-cdk-lib';
import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Topic } from 'aws-cdk-lib/aws-sns';
import type { CoreSettings } from './settings.ts';

/** Makes a budget for the account's month; it speaks at 80 % forecast and when it is used up. What to do: docs/runbooks/cost.md. */
export function makeBudget(stack: Stack, { stage, monthlyBudget }: CoreSettings, topic: Topic): void {
  topic.addToResourcePolicy(
    new PolicyStatement({
      sid: 'BudgetsMaySpeak',
      principals: [new ServicePrincipal('budgets.amazonaws.com')],
      actions: ['sns:Publish'],
      resources: [topic.topicArn],
      conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
    }),
  );
  const tell = (notificationType: 'FORECASTED' | 'ACTUAL', threshold: number) => ({
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
    notificationsWithSubscribers: [tell('FORECASTED', 80), tell('ACTUAL', 100)],
  });
}
