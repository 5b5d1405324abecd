/** Sends thousands of requests, right and wrong, to a running site: none may be answered with a fault, and none hang. */

import type { TestSite } from '@hanoi/local/testing-site';
import fc from 'fast-check';
import { pageRequests } from './page-requests.ts';
import { type FuzzRequest, requests } from './requests.ts';
import { bytesOf, judge, send } from './send.ts';
import { makeWorld, type World } from './world.ts';

export type FuzzOptions = { seed: number; requests: number; longestMs: number };
export type FuzzReport = {
  sent: number;
  /** How many of them were sent to pages. */
  ofPages: number;
  /** How often each status came. */
  statuses: Record<number, number>;
  slowestMs: number;
  /** The first request that was not answered well, as small as it could be made, with what was wrong. */
  failure?: string;
};

/** How many go at the same time: as many chains, each with a seed of its own. */
const CHAINS = 4;

/** Fuzzes the site. */
export async function fuzz(site: TestSite, options: FuzzOptions): Promise<FuzzReport> {
  const world = await makeWorld(site);
  const report: FuzzReport = { sent: 0, ofPages: 0, statuses: {}, slowestMs: 0 };
  const { host, port } = new URL(site.origin);
  const any = fc.oneof({ weight: 3, arbitrary: requests() }, { weight: 2, arbitrary: pageRequests() });
  const property = fc.asyncProperty(any, async (request) => {
    const answer = await send(Number(port), bytesOf(request, world, host));
    report.sent++;
    report.statuses[answer.status] = (report.statuses[answer.status] ?? 0) + 1;
    report.slowestMs = Math.max(report.slowestMs, Math.round(answer.ms));
    if (isOfPage(request.path)) report.ofPages++;
    judge(request.path, answer);
  });
  const chains = Array.from({ length: CHAINS }, (_, chain) =>
    fc.check(property, {
      seed: options.seed + chain * 1_000_003,
      numRuns: Math.ceil(options.requests / CHAINS),
      interruptAfterTimeLimit: options.longestMs,
      maxSkipsPerRun: 0,
    }),
  );
  for (const details of await Promise.all(chains)) {
    if (!details.failed || details.interrupted) continue;
    const [request] = details.counterexample ?? [];
    report.failure ??= `${describe(request, world, host)}\n${String(details.errorInstance)}\n(seed ${details.seed}, path ${details.counterexamplePath})`;
  }
  if (/request_failed|page_failed|failed\.$/m.test(site.said()))
    report.failure ??= `The site's log has a fault:\n${site.said()}`;
  return report;
}

/** Whether pages answer it, not the API or what serves files. */
function isOfPage(path: string): boolean {
  return !/^\/(api|media|dev)\//.test(path);
}

function describe(request: FuzzRequest | undefined, world: World, host: string): string {
  if (!request) return 'no request';
  const bytes = bytesOf(request, world, host);
  return bytes.length > 4_000
    ? `${bytes.subarray(0, 4_000).toString('latin1')}… (${bytes.length} bytes)`
    : bytes.toString('latin1');
}
