/** The search: its function, the bucket of snapshots its replica begins with, and what watches over both. */

import { readAccess, snapshotReadAccess } from './access.ts';
import { metricNamespace, serviceName } from './cdk/names.ts';
import type { Core } from './core.ts';
import type { LambdaNeeds } from './lambda.ts';
import { nameIn } from './plan.ts';
import type { Settings } from './settings.ts';

/**
 * The bucket of snapshots: private, by TLS alone, encrypted with the core's key, without versions. Here and not in the core, as
 * what is in it is made again from the table.
 */
export function deploySnapshots(core: Core): sst.aws.Bucket {
  const bucket = new sst.aws.Bucket('Snapshots', {
    cors: false,
    // What people delete is gone from here too after so long (docs/operations.md).
    lifecycle: [{ id: 'SevenDays', expiresIn: '7 days' }],
    transform: {
      bucket: (_, options) => {
        // Emptied and removed with the stage, also where data is kept.
        options.retainOnDelete = false;
      },
    },
  });
  new aws.s3.BucketServerSideEncryptionConfiguration('SnapshotsEncryption', {
    bucket: bucket.name,
    rules: [
      {
        applyServerSideEncryptionByDefault: { sseAlgorithm: 'aws:kms', kmsMasterKeyId: core.keyArn },
        bucketKeyEnabled: true,
      },
    ],
  });
  return bucket;
}

/** What the function needs. It writes nothing but its own disk. */
export function searchNeeds(
  core: Core,
  snapshots: sst.aws.Bucket,
  environment: Record<string, $util.Input<string>>,
): LambdaNeeds {
  return {
    name: 'search',
    description: 'Search, and the lists that the search index answers',
    // A replica is read faster where more of it stays in memory; Lambda gives a whole processor with 1,769 MB.
    memory: '2048 MB',
    storage: '6144 MB',
    timeout: '10 seconds',
    isKeptReady: true,
    environment: { ...environment, SNAPSHOT_BUCKET: snapshots.name, SEARCH_OLDEST_MS: '2000' },
    permissions: [...readAccess(core), ...snapshotReadAccess(core, snapshots)],
  };
}

const minutes = (count: number) => count * 60;

/** Alarms on what the function counts (functions/src/metrics.ts). */
export function watchSearch(settings: Settings, core: Core): void {
  const alarm = (name: string, says: string, runbook: string, args: Partial<aws.cloudwatch.MetricAlarmArgs>) =>
    new aws.cloudwatch.MetricAlarm(name, {
      name: nameIn(settings, name),
      alarmDescription: `${says} What to do: docs/runbooks/${runbook}.md`,
      namespace: metricNamespace(settings.stage),
      dimensions: { service: serviceName },
      period: minutes(5),
      evaluationPeriods: 1,
      comparisonOperator: 'GreaterThanOrEqualToThreshold',
      treatMissingData: 'notBreaching',
      ...args,
      alarmActions: [core.alarmTopicArn],
      okActions: [core.alarmTopicArn],
    });
  alarm('SearchBehind', 'The search index was more than ten seconds old when it was asked.', 'search-behind', {
    metricName: 'IndexAge',
    statistic: 'Maximum',
    threshold: 10_000,
    evaluationPeriods: 2,
  });
  alarm('SearchNotReady', 'Searches were refused for a quarter of an hour.', 'search-not-ready', {
    metricName: 'IndexNotReady',
    statistic: 'Sum',
    threshold: 5,
    evaluationPeriods: 3,
  });
  alarm('SearchRebuilt', 'A search index was made anew: no snapshot could be used.', 'search-rebuilt', {
    metricName: 'IndexRebuilds',
    statistic: 'Sum',
    threshold: 1,
  });
  alarm('SearchDisk', 'The disk of a search function is 70 % full.', 'search-disk', {
    metricName: 'DiskUsed',
    statistic: 'Maximum',
    threshold: 70,
  });
}
