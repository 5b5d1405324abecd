/** What infra deploys and AWS charges for by number. Tests of infra hold these figures equal to the deployment. */
import { allEndpoints } from '@hanoi/core/contracts';
import { table } from '@hanoi/core/db/table';
import { jobs } from '@hanoi/functions/jobs/catalogue';
import { queues } from '@hanoi/functions/queue/catalogue';
import { streamReaders } from '@hanoi/functions/stream/catalogue';

/** A path that is not the function `api`'s has a route for other methods too; and there is one for all other paths. */
const pathsOfOtherFunctions = new Set(
  allEndpoints().flatMap(({ endpoint: { lambda, path } }) => (lambda ? [path] : [])),
);
const routes = allEndpoints().length + pathsOfOtherFunctions.size + 1;

export const deployed = {
  firewallRules: 7,
  /** Metrics that alarms watch: an alarm on a sum of eight metrics counts as eight; each queue has two, each job on a clock one. */
  alarmMetrics: 32 + 2 * queues.length + jobs.filter(({ everyMinutes }) => everyMinutes).length,
  dashboards: 1,
  /** Memory that is kept ready for the search, GB (infra/search.ts). */
  keptReadyGb: 2,
  /** Whole backups kept at a time. */
  backups: { weekly: 5, monthly: 12 },
  /** Each with its dead letters; and those of the stream and of the calls of jobs. */
  queues: 2 * queues.length + 2,
  /** Reads of CloudFront's key-value store for each request, also for those its cache answers: SST's router. */
  keyReads: { page: 2, file: 3, picture: 2 },
  /** `detailedMetricsEnabled`: six metrics for each route. */
  routeMetrics: { on: false, count: routes * 6 },
  /** Lines that Lambda writes itself about each call: off with `systemLogLevel: 'WARN'`. */
  systemLogs: { on: false },
  /** Requests, faults, latency; four of the search index; runs of each job; the lag of each reader of the stream; the open dead letters. */
  ownMetrics: 3 + 4 + jobs.length + streamReaders.length + 1,
  /** Of keys read and keys throttled, by one key and by both, for the table and each index. */
  insightsRules: (1 + table.indexes.length) * 4,
} as const;
