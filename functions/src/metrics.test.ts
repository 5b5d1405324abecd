/** The figures that alarms are made of are written where they are collected, and only there. */

import { tmpdir } from 'node:os';
import { AppError } from '@hanoi/core/shared/app-error';
import type { Context } from 'aws-lambda';
import { afterEach, expect, it, onTestFinished, vi } from 'vitest';
import { handler as runFigures } from './jobs/figures.ts';
import { countIndexOpened, countIndexUse } from './metrics.ts';
import { useSearchIndex } from './search/index-here.ts';
import { getSearchIndex } from './search/index-in-force.ts';
import { streamReaders } from './stream/catalogue.ts';
import { handler as later } from './stream/later.ts';
import { handler as now } from './stream/now.ts';
import { useApi } from './testing/api.ts';

const readers = { now, later };

const { call } = useApi();
const lines: string[] = [];
// Powertools writes through a console of its own, to the process's output.
vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
  lines.push(String(text));
  return true;
});
afterEach(() => {
  delete process.env.POWERTOOLS_METRICS_NAMESPACE;
  lines.length = 0;
});

const written = () => lines.filter((line) => line.includes('CloudWatchMetrics')).map((line) => JSON.parse(line));

it('a request, a fault, and how long it took', async () => {
  process.env.POWERTOOLS_METRICS_NAMESPACE = 'HanoiIdeas/test';
  await call('GET', '/programmes');
  await call('GET', '/challenges/chl_01JDB8N0P4X7K2M9QW5T3RZ6VA');
  expect(written()).toHaveLength(2);
  for (const metric of written()) {
    expect(metric).toMatchObject({ service: 'hanoi-ideas', Requests: 1, Faults: 0, Latency: expect.any(Number) });
    expect(metric._aws.CloudWatchMetrics[0].Namespace).toBe('HanoiIdeas/test');
  }
});

it('a fault, but nothing that has an alarm of its own or was switched off', async () => {
  process.env.POWERTOOLS_METRICS_NAMESPACE = 'HanoiIdeas/test';
  const index = await getSearchIndex();
  const away = (error: Error) => ({ ...index, search: () => Promise.reject(error) });
  onTestFinished(() => useSearchIndex(index));
  useSearchIndex(away(new AppError('search_not_ready', { data: { retryAfter: 3 } })));
  expect((await call('GET', '/search?q=a')).status).toBe(503);
  useSearchIndex(away(new AppError('feature_off')));
  expect((await call('GET', '/search?q=a')).status).toBe(503);
  useSearchIndex(away(new AppError('busy')));
  expect((await call('GET', '/search?q=a')).status).toBe(503);
  expect(written().map(({ Faults, status }) => [Faults, status])).toEqual([
    [0, '503'],
    [0, '503'],
    [1, '503'],
  ]);
});

it('a job that came to its end', async () => {
  process.env.POWERTOOLS_METRICS_NAMESPACE = 'HanoiIdeas/test';
  await runFigures();
  expect(written()).toHaveLength(1);
  expect(written()[0]).toMatchObject({ service: 'hanoi-ideas', job: 'figures', JobsDone: 1 });
});

// Also the proof that each file of functions/src/stream runs the reader it is named after.
it.each(streamReaders)('how long the stream had to wait for its reader $name', async ({ name }) => {
  process.env.POWERTOOLS_METRICS_NAMESPACE = 'HanoiIdeas/test';
  const Records = [Date.now() / 1000 - 90, Date.now() / 1000].map((ApproximateCreationDateTime) => ({
    dynamodb: { ApproximateCreationDateTime, Keys: { pk: { S: 'NOBODY' }, sk: { S: 'ASKS' } } },
  }));
  await readers[name]({ Records }, {} as Context, () => undefined);
  expect(written()).toHaveLength(1);
  expect(written()[0]).toMatchObject({ service: 'hanoi-ideas', reader: name });
  expect(written()[0].StreamLag).toBeGreaterThanOrEqual(90_000);
  expect(written()[0].StreamLag).toBeLessThan(100_000);
});

it('how the search index was opened, how old it was when it was asked, and how full its disk is', () => {
  process.env.POWERTOOLS_METRICS_NAMESPACE = 'HanoiIdeas/test';
  countIndexOpened('snapshot', 12.3);
  countIndexOpened('index', 12.3);
  countIndexUse({ ageMs: 900, wasReady: true, disk: tmpdir() });
  countIndexUse({ wasReady: false, disk: tmpdir() });
  const lines = written();
  expect(lines.map(({ IndexRebuilds }) => IndexRebuilds)).toEqual([0, 1, undefined, undefined]);
  expect(lines.map(({ IndexAge }) => IndexAge)).toEqual([undefined, undefined, 900, undefined]);
  expect(lines.map(({ IndexNotReady }) => IndexNotReady)).toEqual([undefined, undefined, 0, 1]);
  for (const { DiskUsed } of lines.slice(2)) {
    expect(DiskUsed).toBeGreaterThanOrEqual(0);
    expect(DiskUsed).toBeLessThanOrEqual(100);
  }
});

it('nothing where nobody collects', async () => {
  await call('GET', '/programmes');
  countIndexOpened('index', 1);
  countIndexUse({ wasReady: true, disk: tmpdir() });
  expect(written()).toEqual([]);
});
