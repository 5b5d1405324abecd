/** The key that everything at rest is encrypted with. */
import { Duration, RemovalPolicy, type Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { CoreSettings } from './settings.ts';

/** Makes the key; it turns over every year, and a deleted one can be called back for a month. */
export function makeKey(scope: Construct, { isKept }: CoreSettings): Key {
  const key = new Key(scope, 'Key', {
    description: 'Hanoi Ideas Network: table, files, queues, alarms',
    enableKeyRotation: true,
    pendingWindow: Duration.days(30),
    removalPolicy: isKept ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
  });
  // Those who hand on what they cannot read without it: alarms to the topic, failed records to the queues.
  for (const service of ['cloudwatch.amazonaws.com', 'budgets.amazonaws.com', 'scheduler.amazonaws.com']) {
    key.grantEncryptDecrypt(new ServicePrincipal(service));
  }
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
