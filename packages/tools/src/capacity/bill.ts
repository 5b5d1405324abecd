/** The bill of a month: how many units of each price it takes. Pure. */
import { type Assumptions, secondsPerMonth } from './assumptions.ts';
import type { Demand } from './demand.ts';
import { deployed } from './deployed.ts';
import type { JobCosts } from './jobs.ts';
import { dollarsFor, type PriceName, prices } from './prices.ts';
import type { Kept } from './storage.ts';

export type Month = { demand: Demand; kept: Kept; jobs: JobCosts };
export type Line = { name: PriceName; units: number; dollars: number };

const million = 1_000_000;
/** Pictures are read from S3 once for so many requests that the CDN answers. */
const requestsPerPictureRead = 20;
const logMonths = 3;

/** A line for each price, in the order of the data file. */
export function billOf(a: Assumptions, month: Month): Line[] {
  const units = { ...data(a, month), ...requests(a, month), ...watching(a, month) } satisfies Record<PriceName, number>;
  return (Object.keys(prices) as PriceName[]).map((name) => ({
    name,
    units: units[name],
    dollars: dollarsFor(name, units[name]),
  }));
}

export const totalOf = (lines: readonly Line[]): number => lines.reduce((sum, { dollars }) => sum + dollars, 0);

function data(a: Assumptions, { demand, kept, jobs }: Month) {
  const pictures = a.itemsPerMonth * a.picturesPerItem;
  const { weekly, monthly } = deployed.backups;
  return {
    readUnit: demand.rcu + jobs.figuresRcuPerMonth + jobs.recountRcuPerMonth,
    writeUnit: demand.wcu,
    tableGb: kept.tableGb,
    recoveryGb: kept.tableGb,
    backupGb: kept.tableGb * (weekly + monthly),
    s3Gb: kept.picturesGb,
    s3Put: pictures,
    s3Get: (a.visitorsPerMonth * a.pagesPerVisitor * a.picturesPerPage) / requestsPerPictureRead,
    scanGb: (pictures * a.storedPictureKb) / million,
    scanObject: pictures,
    key: 1,
    keyRequest: a.kmsRequestsPerMonth,
  };
}

function requests(a: Assumptions, { demand }: Month) {
  const { apiRequests, webCalls, projectionCalls } = demand;
  const milliseconds = apiRequests * a.apiMs + webCalls * a.webMs + projectionCalls * a.projectionMs;
  const wire = wireOf(a);
  return {
    lambdaCall: callsOf(demand),
    lambdaGbSecond: (milliseconds / 1_000 + a.jobSecondsPerMonth) * a.functionGb,
    lambdaKeptGbSecond: deployed.keptReadyGb * secondsPerMonth,
    apiRequest: apiRequests,
    // A message is sent, received and deleted; an empty queue is asked all the time.
    queueRequest: deployed.queues * pollsPerMonth + a.queueMessagesPerMonth * 3,
    cdnRequest: wire.requests,
    cdnGb: wire.gb,
    cdnFunctionCall: wire.requests,
    cdnKeyRead: wire.keyReads,
    firewall: 1,
    firewallRule: deployed.firewallRules,
    firewallRequest: wire.requests,
    mail: demand.counts['code requested'],
  };
}

function watching(a: Assumptions, { demand }: Month) {
  const logGb = logGbOf(a, demand);
  return {
    insightsRule: deployed.insightsRules,
    insightsEvent: demand.rcu + demand.wcu,
    logGb,
    logGbMonth: logGb * logMonths,
    // A metric costs nothing in an hour in which it is not written.
    metric:
      deployed.ownMetrics + (deployed.routeMetrics.on && demand.apiRequests > 0 ? deployed.routeMetrics.count : 0),
    alarm: deployed.alarmMetrics,
    dashboard: deployed.dashboards,
    trace: [demand.apiRequests, demand.webCalls, demand.projectionCalls]
      .map((calls) => tracesOf(a, calls))
      .reduce((sum, traces) => sum + traces),
  };
}

/** What two settings cost that could be left off: the metrics of each route, and Lambda's own lines in the logs. */
export function avoidableOf(a: Assumptions, demand: Demand): { routeMetrics: number; systemLogs: number } {
  const { usd } = prices.metric;
  const systemGb = (callsOf(demand) * a.systemLogBytesPerCall) / 1e9;
  return {
    routeMetrics: deployed.routeMetrics.count * usd,
    systemLogs: systemGb * (prices.logGb.usd + logMonths * prices.logGbMonth.usd),
  };
}

/** Lambda asks an idle queue with five pollers, each waiting 20 seconds: docs/adr/0017-slow-work-runs-from-queues.md. */
const pollsPerMonth = (5 * secondsPerMonth) / 20;

const callsOf = ({ apiRequests, webCalls, projectionCalls }: Demand) => apiRequests + webCalls + projectionCalls;

function logGbOf(a: Assumptions, demand: Demand): number {
  const perCall = a.logBytesPerCall + (deployed.systemLogs.on ? a.systemLogBytesPerCall : 0);
  return (callsOf(demand) * perCall + demand.apiRequests * a.accessLogBytes) / 1e9;
}

/** What goes over the wire: a first page each visitor with everything, then pages and pictures. */
function wireOf(a: Assumptions): { requests: number; keyReads: number; gb: number } {
  const pages = a.visitorsPerMonth * a.pagesPerVisitor;
  const later = pages - a.visitorsPerMonth;
  const pictures = pages * a.picturesPerPage;
  const files = a.visitorsPerMonth * (a.firstVisitRequests - 1);
  const kb = a.visitorsPerMonth * a.firstVisitKb + later * a.pageKb + pictures * a.pictureKb;
  const reads = deployed.keyReads;
  const keyReads = pages * reads.page + files * reads.file + pictures * reads.picture;
  return { requests: pages + files + pictures, keyReads, gb: kb / million };
}

/** One call a second is traced, and a share of the rest. */
function tracesOf({ traceShare }: Assumptions, calls: number): number {
  const first = Math.min(calls, secondsPerMonth);
  return first + (calls - first) * traceShare;
}
