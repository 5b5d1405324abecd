/** The bill of a month, by part. Pure. */
import { allEndpoints } from '@hanoi/core/contracts';
import { table } from '@hanoi/core/db/table';
import { type Assumptions, secondsPerMonth } from './assumptions.ts';
import type { Demand } from './demand.ts';
import type { JobCosts } from './jobs.ts';
import { prices } from './prices.ts';
import type { Kept } from './storage.ts';

export type Line = { part: string; what: string; dollars: number };

type Month = { demand: Demand; kept: Kept; jobs: JobCosts };

const million = 1_000_000;
/** Metrics AWS makes of each route of an HTTP API, when they are asked for in detail. */
const metricsOfRoute = 6;
/** Rules of Contributor Insights on a table or an index with a sort key: keys read and keys turned away, by one key and by both. */
const insightsRules = 4;
/** infra/firewall.ts: rate, known bad inputs, known bad addresses, four sizes. */
export const firewallRules = 7;
/** infra/cdk/backup.ts: weekly ones are kept five weeks and monthly ones a year; DynamoDB's are whole each time. */
export const backupsKept = { weekly: 5, monthly: 12 };
const backups = backupsKept.weekly + backupsKept.monthly;
const logMonths = 3;

/** What a month costs that asks for so much, with so much kept. */
export function billOf(a: Assumptions, { demand, kept, jobs }: Month): Line[] {
  const pages = a.visitorsPerMonth * a.pagesPerVisitor;
  const calls = demand.apiRequests + demand.webCalls + demand.projectionCalls;
  const gbSeconds =
    ((demand.apiRequests * a.apiMs + demand.webCalls * a.webMs + demand.projectionCalls * a.projectionMs) / 1_000 +
      a.jobSecondsPerMonth) *
    a.functionGb;
  const wire = wireOf(a, pages);
  const logGb = (calls * a.logBytesPerCall + demand.apiRequests * a.accessLogBytes) / 1e9;
  const metrics = (allEndpoints().length + 1) * metricsOfRoute + a.ownMetrics;
  const traces = [demand.apiRequests, demand.webCalls, demand.projectionCalls]
    .map((calls) => tracesOf(a, calls))
    .reduce((sum, marked) => sum + marked);
  const rules = (1 + table.indexes.length) * insightsRules;
  const jobRcu = jobs.figuresRcuPerMonth + jobs.recountRcuPerMonth;
  const pictures = a.itemsPerMonth * a.picturesPerItem;
  const pictureReads = (pages * a.picturesPerPage) / 20;
  return [
    line('DynamoDB: reads', `${inMillions(demand.rcu)} RCU`, demand.rcu * prices.readUnit),
    line('DynamoDB: writes', `${inMillions(demand.wcu)} WCU`, demand.wcu * prices.writeUnit),
    line('DynamoDB: jobs', `${inMillions(jobRcu)} RCU`, jobRcu * prices.readUnit),
    line('DynamoDB: table', `${whole(kept.tableGb)} GB`, kept.tableGb * prices.tableGbMonth),
    line('DynamoDB: any second of 35 days', `${whole(kept.tableGb)} GB`, kept.tableGb * prices.recoveryGbMonth),
    line(
      'Backups',
      `${backups} whole ones, ${whole(kept.tableGb * backups)} GB`,
      kept.tableGb * backups * prices.backupGbMonth,
    ),
    line('Lambda: calls', inMillions(calls), calls * prices.lambdaRequest),
    line('Lambda: time', `${inMillions(gbSeconds)} GB-s`, gbSeconds * prices.lambdaGbSecond),
    line('API Gateway', inMillions(demand.apiRequests), demand.apiRequests * prices.apiRequest),
    line(
      'CloudFront: requests',
      inMillions(wire.requests),
      wire.requests * (prices.cdnRequest + prices.cdnFunctionCall + prices.cdnKeyRead),
    ),
    line('CloudFront: data', `${whole(wire.gb)} GB`, wire.gb * prices.cdnGb),
    line(
      'Firewall',
      `${firewallRules} rules, ${inMillions(wire.requests)} requests`,
      prices.firewall + firewallRules * prices.firewallRule + wire.requests * prices.firewallRequest,
    ),
    line(
      'S3 and its malware scan',
      `${whole(kept.picturesGb)} GB`,
      kept.picturesGb * prices.s3GbMonth +
        pictures * (prices.s3Put + prices.scanObject + (a.storedPictureKb / 1e6) * prices.scanGb) +
        pictureReads * prices.s3Get,
    ),
    line(
      'KMS',
      `1 key, ${inMillions(a.kmsRequestsPerMonth)} requests`,
      prices.key + a.kmsRequestsPerMonth * prices.keyRequest,
    ),
    line('CloudWatch: logs', `${whole(logGb)} GB`, logGb * (prices.logGb + logMonths * prices.logGbMonth)),
    line(
      'CloudWatch: metrics, alarms, dashboard',
      `${metrics} metrics, ${a.alarms} alarms`,
      metrics * prices.metric + a.alarms * prices.alarm + prices.dashboard,
    ),
    line(
      'Contributor Insights of DynamoDB',
      `${rules} rules`,
      rules * prices.insightsRule + (demand.rcu + demand.wcu) * prices.insightsEvent,
    ),
    line('X-Ray', `${inMillions(traces)} traces`, traces * prices.trace),
    line('SES', `${whole(demand.counts['code asked for'])} codes`, demand.counts['code asked for'] * prices.mail),
  ];
}

export const totalOf = (lines: readonly Line[]): number => lines.reduce((sum, { dollars }) => sum + dollars, 0);

/** What goes over the wire: a first page each visitor with everything, then pages and pictures. */
function wireOf(a: Assumptions, pages: number): { requests: number; gb: number } {
  const later = pages - a.visitorsPerMonth;
  const requests = a.visitorsPerMonth * a.firstVisitRequests + later + pages * a.picturesPerPage;
  const kb = a.visitorsPerMonth * a.firstVisitKb + later * a.pageKb + pages * a.picturesPerPage * a.pictureKb;
  return { requests, gb: kb / million };
}

/** One call a second is traced, and a share of the rest. */
function tracesOf({ traceShare }: Assumptions, calls: number): number {
  const first = Math.min(calls, secondsPerMonth);
  return first + (calls - first) * traceShare;
}

const line = (part: string, what: string, dollars: number): Line => ({ part, what, dollars });
const inMillions = (value: number) => `${(value / million).toFixed(value < 10 * million ? 1 : 0)} M`;
const whole = (value: number) => Math.round(value).toLocaleString('en');
