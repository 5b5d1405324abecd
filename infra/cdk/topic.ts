/** The topic that notifies people, and who may publish to it. */
import type { Stack } from 'aws-cdk-lib';
import { AnyPrincipal, PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { ofThisAccount } from './key.ts';
import type { CoreSettings } from './settings.ts';

/**
 * Makes the topic. A policy of our own replaces the default one, which lets the account and its alarms publish, so it repeats
 * both.
 */
export function makeTopic(stack: Stack, { alarmEmail }: CoreSettings, key: IKey): Topic {
  const topic = new Topic(stack, 'Alarms', {
    masterKey: key,
    enforceSSL: true,
    displayName: 'Mạng lưới sáng kiến Hà Nội',
  });
  if (alarmEmail) topic.addSubscription(new EmailSubscription(alarmEmail));
  const allow = (sid: string, principal: AnyPrincipal | ServicePrincipal, actions: string[], conditions?: object) =>
    topic.addToResourcePolicy(
      new PolicyStatement({
        sid,
        principals: [principal],
        actions,
        resources: [topic.topicArn],
        ...(conditions && { conditions }),
      }),
    );
  allow('ItsAccountOwnsIt', new AnyPrincipal(), ofTheOwner, { StringEquals: { 'aws:SourceOwner': stack.account } });
  const ours = ofThisAccount(stack);
  const publish = ['sns:Publish'];
  allow('AlarmsMayPublish', new ServicePrincipal('cloudwatch.amazonaws.com'), publish, ours);
  allow('BudgetsMayPublish', new ServicePrincipal('budgets.amazonaws.com'), publish, ours);
  // "You can't use Condition blocks in Amazon SNS topic policies for EventBridge" (EventBridge user guide, resource-based
  // policies): with one, every event would be dropped without a word.
  allow('EventsMayPublish', new ServicePrincipal('events.amazonaws.com'), publish);
  return topic;
}

/** As in the policy that Amazon SNS gives a new topic (`__default_statement_ID`). */
const ofTheOwner = [
  'sns:GetTopicAttributes',
  'sns:SetTopicAttributes',
  'sns:AddPermission',
  'sns:RemovePermission',
  'sns:DeleteTopic',
  'sns:Subscribe',
  'sns:ListSubscriptionsByTopic',
  'sns:Publish',
];
