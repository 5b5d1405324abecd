/** `npm run fuzz`: 20,000 requests to API and pages, right and wrong, against a site of its own; `-- --seed N --requests N` repeats or changes it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startTestSite } from '@hanoi/local/testing-site';
import { fuzz } from './fuzz.ts';

/** An hour: 100,000 requests on two busy cores. A site that stops answering ends the run long before, by the timeout of a request. */
const LONGEST_MS = 3_600_000;

const { values } = parseArgs({ options: { seed: { type: 'string' }, requests: { type: 'string' } } });
const seed = Number(values.seed ?? Date.now() % 2 ** 31);
const requests = Number(values.requests ?? 20_000);
if (!Number.isInteger(seed) || !Number.isInteger(requests) || requests < 1) {
  process.stderr.write('--seed and --requests are whole numbers.\n');
  process.exit(1);
}
process.stdout.write(`Fuzzing with ${requests} requests, seed ${seed}…\n`);

const dataDir = mkdtempSync(join(tmpdir(), 'hanoi-fuzz-'));
const site = await startTestSite(dataDir, {}, 'sources');
try {
  const began = performance.now();
  const report = await fuzz(site, { seed, requests, longestMs: LONGEST_MS });
  const seconds = Math.round((performance.now() - began) / 1000);
  const statuses = Object.entries(report.statuses).map(([status, count]) => `${status}: ${count}`);
  process.stdout.write(
    `${report.sent} requests in ${seconds} s, ${report.ofPages} to pages, the slowest ${report.slowestMs} ms. ${statuses.join(', ')}\n`,
  );
  if (report.failure) process.stdout.write(`\nFAILED with seed ${seed}:\n${report.failure}\n`);
  else if (report.sent < requests) process.stdout.write('The time was over before all were sent.\n');
  process.exitCode = report.failure || report.sent < requests ? 1 : 0;
} finally {
  await site.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
