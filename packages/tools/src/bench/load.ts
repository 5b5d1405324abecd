/** Loads one operation with autocannon and says how fast it was, how steadily, and what it cost. */
import autocannon, { type RawRequest } from 'autocannon';
import type { Costs } from './built-site.ts';
import type { Counts, Operation } from './operations.ts';

export type LoadOptions = { seconds: number; runs: number };

export type Figures = {
  perSecond: number;
  /** 99 of 100 answers came within this many milliseconds. */
  p99: number;
  /** CPU milliseconds a request: of the server process, and of the engine beside it. */
  serverMs: number;
  engineMs: number;
};

type Target = { origin: string; cpuMs(): Costs };

export type Load = { target: Target; operation: Operation };

const connections = 16;
const warmUpSeconds = 2;

/**
 * For each target the median of `runs`, after a short warm-up. They take turns run by run, as the machine is never the
 * same for long. Throws when any answer was not as it should be.
 */
export async function measure(loads: readonly Load[], options: LoadOptions): Promise<Figures[]> {
  for (const { target, operation } of loads) await runOnce(target, operation, 0, warmUpSeconds);
  const all: Figures[][] = loads.map(() => []);
  for (let run = 1; run <= options.runs; run++) {
    for (const [index, { target, operation }] of loads.entries())
      all[index]!.push(await runOnce(target, operation, run, options.seconds));
  }
  return all.map((figures) => figures.sort((a, b) => a.perSecond - b.perSecond)[Math.floor(figures.length / 2)]!);
}

async function runOnce(target: Target, operation: Operation, run: number, seconds: number): Promise<Figures> {
  const { next, check } = operation.begin(run);
  const counts: Counts = { sent: 0, acknowledged: 0 };
  const setupRequest = (raw: RawRequest): RawRequest => {
    counts.sent++;
    const request = next();
    return { ...raw, ...request, headers: { ...raw.headers, ...request.headers } };
  };
  const onResponse = (status: number) => {
    if (status < 300) counts.acknowledged++;
  };
  const before = target.cpuMs();
  const requests = [{ setupRequest, onResponse }];
  const result = await autocannon({ url: target.origin, connections, duration: seconds, timeout: 20, requests });
  const after = target.cpuMs();
  const failed = result.errors + result.timeouts + result.non2xx;
  if (failed > 0) throw new Error(`${operation.name}: ${failed} answers were failures, ${result['5xx']} of them 5xx.`);
  await check?.(target.origin, counts);
  const count = result.requests.total;
  return {
    perSecond: count / result.duration,
    p99: result.latency.p99,
    serverMs: (after.server - before.server) / count,
    engineMs: (after.engine - before.engine) / count,
  };
}
