/** A small run of the fuzzer, always the same, on the whole site. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestSite, type TestSite } from '@hanoi/local/testing-site';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fuzz } from './fuzz.ts';
import { actionNames, pages } from './page-requests.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'fuzz-'));
let site: TestSite;
beforeAll(async () => {
  site = await startTestSite(dataDir);
}, 60_000);
afterAll(async () => {
  await site.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

test('no request is answered with a fault, and none hangs', { timeout: 120_000 }, async () => {
  // The number of requests ends it, not the time: a busy machine would send fewer, and might miss one of the answers below.
  const { failure, statuses, sent, ofPages } = await fuzz(site, { seed: 185, requests: 1_200, longestMs: 110_000 });
  expect(failure).toBeUndefined();
  expect(sent).toBe(1_200);
  expect(ofPages).toBeGreaterThan(200);
  // It reaches the use cases, and is refused in each of the common ways.
  for (const status of [200, 201, 400, 401, 403, 404, 409, 415])
    expect(statuses[status], String(status)).toBeGreaterThan(0);
});

test('every page and form action is known', () => {
  expect(pages).toEqual(
    expect.arrayContaining(['', '/challenges', '/challenges/[id]', '/challenges/[id]/edit', '/me/[list=mine]']),
  );
  const names = ['comment', 'editComment', 'deleteComment', 'support', 'close', 'reopen', 'publish', 'withdraw'];
  expect(actionNames).toEqual(expect.arrayContaining(names));
});
