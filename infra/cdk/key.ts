/** The key that everything at rest is encrypted with. */
import { Duration, RemovalPolicy, type Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { keptOr } from './kept.ts';
import type { CoreSettings } from './settings.ts';

/** Makes the key; it turns over every year, and a deleted one can be called back for a month. */
export function makeKey(scope: Construct, { isKept }: CoreSettings): Key {
  const key = new Key(scope, 'Key', {
    description: 'Hanoi Ideas Network: table, files, queues, alarms',
    enableKeyRotation: true,
    pendingWindow: Duration.days(isKept ? 30 : 7),
    removalPolicy: keptOr(RemovalPolicy.DESTROY, isKept),
  });
  const ours = ofThisAccount(key.stack);
  // Those who hand on what they cannot read without it: alarms to the topic, failed calls to the queues. As in "Enable
  // compatibility between event sources from AWS services and encrypted topics", Amazon SNS developer guide.
  for (const service of ['cloudwatch.amazonaws.com', 'budgets.amazonaws.com', 'scheduler.amazonaws.com']) {
    key.grantEncryptDecrypt(new ServicePrincipal(service, { conditions: ours }));
  }
  // EventBridge names no source when it asks for the key, so that a condition would refuse every event in silence.
  key.grantEncryptDecrypt(new ServicePrincipal('events.amazonaws.com'));
  key.addToResourcePolicy(
    new PolicyStatement({
      sid: 'TheCdnReadsPictures',
      principals: [new ServicePrincipal('cloudfront.amazonaws.com')],
      actions: ['kms:Decrypt'],
      resources: ['*'],
      conditions: fromOurCdn(key.stack),
    }),
  );
  return key;
}

/** A service may act for this account, and for no other that learns our names. */
export function ofThisAccount(stack: Stack) {
  return { StringEquals: { 'aws:SourceAccount': stack.account } };
}

/** CloudFront names the distribution it asks for, and nothing else; ours is made later, by the SST program. */
export function fromOurCdn(stack: Stack) {
  const distributions = stack.formatArn({
    service: 'cloudfront',
    region: '',
    resource: 'distribution',
    resourceName: '*',
  });
  return { ArnLike: { 'aws:SourceArn': distributions } };
}
