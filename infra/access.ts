/** What each kind of function may do: named actions on named resources, no star but for tracing and for recipients of mail. */
import { jobKey } from '@hanoi/core/db/keys';
import { infected, scanTag } from './cdk/names.ts';
import type { Core } from './core.ts';
import type { Mail } from './mail.ts';

export type Permission = {
  actions: string[];
  resources: $util.Input<string>[];
  conditions?: { test: string; variable: string; values: string[] }[];
};

const reading = ['dynamodb:GetItem', 'dynamodb:BatchGetItem', 'dynamodb:Query'];
const writing = [
  'dynamodb:PutItem',
  'dynamodb:UpdateItem',
  'dynamodb:DeleteItem',
  'dynamodb:BatchWriteItem',
  'dynamodb:ConditionCheckItem',
];

/** Reading and writing the table; only what migrates all of it may scan it, see {@link scanAccess}. */
export function tableAccess(core: Core): Permission[] {
  return [
    { actions: [...reading, ...writing], resources: [core.tableArn] },
    { actions: ['dynamodb:Query'], resources: core.indexArns },
    { actions: ['kms:Decrypt', 'kms:GenerateDataKey'], resources: [core.keyArn] },
  ];
}

/** Reading the table, for what writes nothing. */
export function readAccess(core: Core): Permission[] {
  return [
    { actions: reading, resources: [core.tableArn] },
    { actions: ['dynamodb:Query'], resources: core.indexArns },
    { actions: ['kms:Decrypt'], resources: [core.keyArn] },
  ];
}

/** Following the index of changes, and reading the texts of what changed. */
export function followAccess(core: Core): Permission[] {
  return [
    { actions: ['dynamodb:BatchGetItem'], resources: [core.tableArn] },
    { actions: ['dynamodb:Query'], resources: [core.changeIndexArn] },
    { actions: ['kms:Decrypt'], resources: [core.keyArn] },
  ];
}

/** Reading snapshots of the search index. S3 says that there is none only to those who may list. */
export function snapshotReadAccess(core: Core, bucket: sst.aws.Bucket): Permission[] {
  return [
    { actions: ['s3:GetObject'], resources: [$interpolate`${bucket.arn}/snapshots/*`] },
    { actions: ['s3:ListBucket'], resources: [bucket.arn] },
    { actions: ['kms:Decrypt'], resources: [core.keyArn] },
  ];
}

/** Storing snapshots. */
export function snapshotWriteAccess(core: Core, bucket: sst.aws.Bucket): Permission[] {
  return [
    { actions: ['s3:PutObject'], resources: [$interpolate`${bucket.arn}/snapshots/*`] },
    { actions: ['kms:GenerateDataKey'], resources: [core.keyArn] },
  ];
}

/** Writing when a run of one job begins and how it ends, and nothing else. */
export function runAccess(core: Core, job: string): Permission[] {
  const conditions = [
    { test: 'ForAllValues:StringEquals', variable: 'dynamodb:LeadingKeys', values: [jobKey(job).pk] },
  ];
  return [{ actions: ['dynamodb:UpdateItem'], resources: [core.tableArn], conditions }];
}

/** Starting jobs. */
export function startAccess(functionArns: $util.Input<string>[]): Permission[] {
  return [{ actions: ['lambda:InvokeFunction'], resources: functionArns }];
}

/** Reading every item, for the job that migrates them. */
export function scanAccess(core: Core): Permission[] {
  return [{ actions: ['dynamodb:Scan'], resources: [core.tableArn] }];
}

/**
 * Sending codes from one address. While an account is in SES's sandbox, SES also checks the permission for the verified
 * identities of the recipients, so every identity is allowed, on the condition that the sender is ours
 * (`ses:FromAddress`, Actions, resources, and condition keys for Amazon SES v2).
 */
export function mailAccess(mail: Mail): Permission[] {
  const conditions = [{ test: 'StringEquals', variable: 'ses:FromAddress', values: [mail.from] }];
  return [{ actions: ['ses:SendEmail'], resources: [mail.anyIdentityArn, ...mail.configurationArns], conditions }];
}

const picturesOf = ({ mediaBucketArn }: Core) => $interpolate`${mediaBucketArn}/media/*`;
const withheldOf = ({ mediaBucketArn }: Core) => $interpolate`${mediaBucketArn}/withheld/*`;

/** Not those that were found to be infected, which the CDN does not read either; nor to copy them. A picture without the tag is read. */
function readingPictures(core: Core): Permission {
  const conditions = [{ test: 'StringNotEquals', variable: `s3:ExistingObjectTag/${scanTag}`, values: infected }];
  return { actions: ['s3:GetObject'], resources: [picturesOf(core), withheldOf(core)], conditions };
}

/** Putting re-encoded pictures where the router serves them from; and reading them, also while they are withheld. */
export function mediaAccess(core: Core): Permission[] {
  return [
    { actions: ['s3:PutObject'], resources: [picturesOf(core)] },
    readingPictures(core),
    // Without it, S3 does not say that there is none.
    { actions: ['s3:ListBucket'], resources: [core.mediaBucketArn] },
  ];
}

/** Moving pictures to where the router does not serve them, and back. Nothing is ever deleted from there. */
export function withholdAccess(core: Core, distributionArn: $util.Input<string>): Permission[] {
  return [
    readingPictures(core),
    { actions: ['s3:PutObject'], resources: [picturesOf(core), withheldOf(core)] },
    { actions: ['s3:DeleteObject'], resources: [picturesOf(core)] },
    { actions: ['s3:ListBucket'], resources: [core.mediaBucketArn] },
    { actions: ['cloudfront:CreateInvalidation'], resources: [distributionArn] },
  ];
}

/** Reading the table's stream. */
export function readStreamAccess(core: Core): Permission[] {
  return [
    {
      actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:ListStreams'],
      resources: [core.streamArn],
    },
  ];
}

/** Reading the table's stream, and sending what fails in all tries to the dead letters. */
export function streamAccess(core: Core): Permission[] {
  return [...readStreamAccess(core), { actions: ['sqs:SendMessage'], resources: [core.streamDeadLettersArn] }];
}

/** Handing work over to queues. */
export function sendAccess(queueArns: $util.Input<string>[]): Permission[] {
  return queueArns.length > 0 ? [{ actions: ['sqs:SendMessage'], resources: queueArns }] : [];
}

/** Being called for the messages of a queue, and removing those that are finished. */
export function workAccess(queueArn: $util.Input<string>): Permission[] {
  const actions = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'];
  return [{ actions, resources: [queueArn] }];
}

/** Sending traces to X-Ray. These two actions know no resource: AWS accepts them with a star or not at all. */
export const tracingAccess: Permission = {
  actions: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'],
  resources: ['*'],
};
