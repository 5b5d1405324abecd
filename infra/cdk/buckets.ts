/** The buckets: pictures people upload, exports of the table, and who asked for either. All private, all encrypted. */
import { Duration, RemovalPolicy, type Stack, Validations } from 'aws-cdk-lib';
import { Effect, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type BucketProps,
  type CfnBucket,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import { emptyBeforeRemoval } from './empty.ts';
import { keptOr } from './kept.ts';
import { fromOurCdn } from './key.ts';
import { infected, scanTag } from './names.ts';
import type { CoreSettings } from './settings.ts';

export type Buckets = { media: Bucket; exports: Bucket; scanRole: Role };

/** Makes the buckets, and the role by which what is put among the pictures is scanned. */
export function makeBuckets(stack: Stack, { isKept }: CoreSettings, key: IKey): Buckets {
  const common: BucketProps = {
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    removalPolicy: keptOr(RemovalPolicy.DESTROY, isKept),
  };
  const accessLogs = isKept ? makeAccessLogs(stack, common) : undefined;
  const encrypted: BucketProps = {
    ...common,
    encryption: BucketEncryption.KMS,
    encryptionKey: key,
    bucketKeyEnabled: true,
  };
  const loggedAs = (prefix: string) =>
    accessLogs && { serverAccessLogsBucket: accessLogs, serverAccessLogsPrefix: prefix };
  const media = new Bucket(stack, 'Media', {
    ...encrypted,
    ...loggedAs('media/'),
    versioned: true,
    lifecycleRules: [
      { noncurrentVersionExpiration: Duration.days(30), abortIncompleteMultipartUploadAfter: Duration.days(1) },
    ],
  });
  const exports = new Bucket(stack, 'Exports', {
    ...encrypted,
    ...loggedAs('exports/'),
    lifecycleRules: [{ expiration: Duration.days(35) }],
  });
  letTheCdnRead(stack, media);
  refuseInfected(media);
  if (!isKept) emptyBeforeRemoval(stack, [media, exports]);
  return { media, exports, scanRole: makeScanRole(stack, media, key) };
}

/**
 * Who asked for a picture or an export. Only where data is kept: they are delivered up to hours later, also into a bucket
 * that was emptied to be removed.
 */
function makeAccessLogs(stack: Stack, common: BucketProps): Bucket {
  return new Bucket(stack, 'AccessLogs', {
    ...common,
    // The service that delivers access logs takes no key of ours.
    encryption: BucketEncryption.S3_MANAGED,
    lifecycleRules: [{ expiration: Duration.days(90) }],
  });
}

/** Only the CDN of this account may read pictures. */
function letTheCdnRead(stack: Stack, media: Bucket): void {
  media.addToResourcePolicy(
    new PolicyStatement({
      sid: 'TheCdnReadsPictures',
      principals: [new ServicePrincipal('cloudfront.amazonaws.com')],
      actions: ['s3:GetObject'],
      resources: [media.arnForObjects('media/*')],
      conditions: fromOurCdn(stack),
    }),
  );
}

/** What was found to be infected is read by nobody, until somebody removes it. */
function refuseInfected(media: Bucket): void {
  media.addToResourcePolicy(
    new PolicyStatement({
      sid: 'NobodyReadsMalware',
      effect: Effect.DENY,
      principals: [new ServicePrincipal('cloudfront.amazonaws.com')],
      actions: ['s3:GetObject'],
      resources: [media.arnForObjects('*')],
      conditions: { StringEquals: { [`s3:ExistingObjectTag/${scanTag}`]: infected } },
    }),
  );
}

/**
 * By this GuardDuty scans every new picture, although we have already decoded and re-encoded each. The scan itself is in
 * infra/malware-scan.ts: it is refused until IAM has propagated the role.
 */
function makeScanRole(stack: Stack, media: Bucket, key: IKey): Role {
  const role = new Role(stack, 'MalwareScanRole', {
    assumedBy: new ServicePrincipal('malware-protection-plan.guardduty.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
    }),
    description: 'Lets GuardDuty read and tag what is uploaded',
  });
  const allow = (actions: string[], resources: string[], conditions?: object) =>
    role.addToPolicy(new PolicyStatement({ actions, resources, ...(conditions && { conditions }) }));
  allow(
    ['s3:GetObject', 's3:GetObjectVersion', 's3:GetObjectTagging', 's3:GetObjectVersionTagging'],
    [media.arnForObjects('*')],
  );
  allow(['s3:PutObjectTagging', 's3:PutObjectVersionTagging'], [media.arnForObjects('*')]);
  allow(['s3:PutBucketNotification', 's3:GetBucketNotification', 's3:ListBucket'], [media.bucketArn]);
  allow(['s3:PutObject'], [media.arnForObjects('malware-protection-resource-validation-object')]);
  allow(['kms:GenerateDataKey', 'kms:Decrypt'], [key.keyArn]);
  const rules = stack.formatArn({
    service: 'events',
    resource: 'rule',
    resourceName: 'DO-NOT-DELETE-AmazonGuardDutyMalwareProtectionS3*',
  });
  allow(['events:PutRule', 'events:DeleteRule', 'events:PutTargets', 'events:RemoveTargets'], [rules], {
    StringLike: { 'events:ManagedBy': 'malware-protection-plan.guardduty.amazonaws.com' },
  });
  allow(['events:DescribeRule', 'events:ListTargetsByRule'], [rules]);
  const everyPicture = `Resource::<${stack.getLogicalId(media.node.defaultChild as CfnBucket)}.Arn>/*`;
  const itsRules = `Resource::arn:<AWS::Partition>:events:${stack.region}:<AWS::AccountId>:rule/DO-NOT-DELETE-AmazonGuardDutyMalwareProtectionS3*`;
  const reason = 'The rights GuardDuty documents: to read and tag any picture, and to make its own rules, named so.';
  for (const finding of [everyPicture, itsRules]) {
    Validations.of(role).acknowledge({ id: `AwsSolutions::AwsSolutions-IAM5[${finding}]`, reason });
  }
  return role;
}
