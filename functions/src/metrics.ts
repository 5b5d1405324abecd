/**
 * What functions count of themselves, in CloudWatch's embedded format: a line of the log each. Alarms and dashboard read it
 * (infra/cdk/alarms.ts). Where no namespace is named, as on one machine, nothing is counted.
 */
import { statfsSync } from 'node:fs';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';

const serviceName = 'hanoi-ideas';

/** A request was answered after so many milliseconds. `facts` say which request it was and its status: they are no metrics. */
export function countRequest(wasFault: boolean, tookMs: number, facts: Record<string, string>): void {
  const metrics = begin();
  if (!metrics) return;
  metrics.addMetric('Requests', MetricUnit.Count, 1);
  metrics.addMetric('Faults', MetricUnit.Count, wasFault ? 1 : 0);
  metrics.addMetric('Latency', MetricUnit.Milliseconds, tookMs);
  for (const [name, value] of Object.entries(facts)) metrics.addMetadata(name, value);
  metrics.publishStoredMetrics();
}

/** A job came to its end. */
export function countJob(job: string, requestId: string): void {
  const metrics = begin();
  if (!metrics) return;
  metrics.addDimension('job', job);
  metrics.addMetric('JobsDone', MetricUnit.Count, 1);
  metrics.addMetadata('requestId', requestId);
  metrics.publishStoredMetrics();
}

/** The audit log was checked, and so much of it does not fit its seals. */
export function countAuditFindings(found: number): void {
  const metrics = begin();
  if (!metrics) return;
  metrics.addMetric('AuditFindings', MetricUnit.Count, found);
  metrics.publishStoredMetrics();
}

/** So many dead letters wait for an administrator. */
export function countOpenLetters(open: number): void {
  const metrics = begin();
  if (!metrics) return;
  metrics.addMetric('OpenLetters', MetricUnit.Count, open);
  metrics.publishStoredMetrics();
}

/** A function of the stream was given a batch whose oldest record had waited so long. */
export function countStreamBatch(reader: string, lagMs: number): void {
  const metrics = begin();
  if (!metrics) return;
  metrics.addDimension('reader', reader);
  metrics.addMetric('StreamLag', MetricUnit.Milliseconds, lagMs);
  metrics.publishStoredMetrics();
}

/** A function opened its search index, from its own file, from a snapshot, or from nothing: that is a rebuild. */
export function countIndexOpened(from: 'file' | 'snapshot' | 'index', tookMs: number): void {
  const metrics = begin();
  if (!metrics) return;
  metrics.addMetric('IndexRebuilds', MetricUnit.Count, from === 'index' ? 1 : 0);
  metrics.addMetadata('from', from);
  metrics.addMetadata('tookMs', String(Math.round(tookMs)));
  metrics.publishStoredMetrics();
}

/** The search index was asked when it was so old, milliseconds; `disk` is a folder of the disk it is on. */
export function countIndexUse({ ageMs, wasReady, disk }: { ageMs?: number; wasReady: boolean; disk: string }): void {
  const metrics = begin();
  if (!metrics) return;
  if (ageMs !== undefined) metrics.addMetric('IndexAge', MetricUnit.Milliseconds, ageMs);
  metrics.addMetric('IndexNotReady', MetricUnit.Count, wasReady ? 0 : 1);
  metrics.addMetric('DiskUsed', MetricUnit.Percent, usedPercent(disk));
  metrics.publishStoredMetrics();
}

function usedPercent(folder: string): number {
  const { blocks, bavail } = statfsSync(folder);
  return Math.round((1 - bavail / blocks) * 100);
}

function begin(): Metrics | undefined {
  const namespace = process.env.POWERTOOLS_METRICS_NAMESPACE;
  return namespace ? new Metrics({ namespace, serviceName }) : undefined;
}
