/** The names by which the rest of the deployment and the functions know what the core made, and the core what they do. */

/** What the stack puts out; read by infra/core.ts. */
export const outputs = [
  'TableName',
  'TableArn',
  'TableStreamArn',
  'MediaBucketName',
  'MediaBucketArn',
  'ExportBucketName',
  'KeyArn',
  'StreamDeadLettersArn',
  'JobDeadLettersArn',
  'AlarmTopicArn',
  'MalwareScanRoleArn',
] as const;
export type OutputName = (typeof outputs)[number];

/** Where our functions' own figures go, and the dimension they all carry. */
export const metricNamespace = (stage: string): string => `HanoiIdeas/${stage}`;
export const serviceName = 'hanoi-ideas';

/** By which GuardDuty says of a picture what it found. */
export const scanTag = 'GuardDutyMalwareScanStatus';
/** What it says of pictures that nobody may read. */
export const infected = ['THREATS_FOUND', 'UNSUPPORTED'];

export const stackName = (stage: string): string => `hanoi-ideas-${stage}`;
