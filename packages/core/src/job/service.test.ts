/** Runs of jobs: written down however they end, one at a time, and asked for once however often somebody presses. */
import { expect, it } from 'vitest';
import { searchAudit } from '../audit/service.ts';
import { minute } from '../shared/time.ts';
import { type Clock, makeCtx, makePerson } from '../testing/context.ts';
import { useTable } from '../testing/table.ts';
import type { JobRunner } from './port.ts';
import type { JobName } from './schema.ts';
import { listJobs, recordRun, releaseJobs, runJobNow } from './service.ts';

const table = useTable();
const clock: Clock = { now: new Date('2026-11-29T01:00:00Z') };
const pass = (minutes: number) => {
  clock.now = new Date(clock.now.getTime() + minutes * minute);
};
let run = 0;
const system = () => ({ ...makeCtx(table, { kind: 'system', name: 'test' }, clock), requestId: `run-${run++}` });
const administrator = async () => makeCtx(table, await makePerson(table, { roles: ['administrator'] }), clock);
const jobNow = async (name: JobName) =>
  (await listJobs(await administrator(), 'one-machine')).find((job) => job.name === name)!;

it('a run says when it began, how long it took and what it counted; one that failed says why', async () => {
  expect(await jobNow('recount')).toMatchObject({ state: 'never', last: null, isLate: false });
  const answer = { visited: 3, done: false, list: ['x'], said: 'một câu' };
  const work = async () => {
    expect(await jobNow('recount')).toMatchObject({ state: 'running', runningSince: '2026-11-29T01:00:00.000Z' });
    pass(2);
    return answer;
  };
  expect(await recordRun(system(), 'recount', work)).toBe(answer);
  expect(await jobNow('recount')).toMatchObject({
    state: 'unfinished',
    runningSince: null,
    last: { startedAt: '2026-11-29T01:00:00.000Z', endedAt: '2026-11-29T01:02:00.000Z' },
    doneAt: '2026-11-29T01:02:00.000Z',
  });
  expect((await jobNow('recount')).last!.facts).toEqual({ visited: 3, done: false });
  const fails = recordRun(system(), 'recount', () => Promise.reject(new TypeError('No “Chị Lan” here')));
  await expect(fails).rejects.toThrow('Chị Lan');
  const fault = { name: 'TypeError', message: 'No … here' };
  expect(await jobNow('recount')).toMatchObject({ state: 'failed', last: { outcome: 'failed', fault } });
  pass(2 * 24 * 60 - 3);
  expect((await jobNow('recount')).isLate).toBe(false);
  pass(4);
  expect((await jobNow('recount')).isLate).toBe(true);
});

it('two runs are never beside each other; one that was cut off gives way after a quarter of an hour, or at the next start', async () => {
  const work = Promise.withResolvers<void>();
  const first = recordRun(system(), 'figures', () => work.promise);
  await expect.poll(async () => (await jobNow('figures')).state).toBe('running');
  const second = () => recordRun(system(), 'figures', async () => ({ second: 2 }));
  await expect(second()).rejects.toThrow('runs just now');
  pass(14);
  expect((await jobNow('figures')).state).toBe('running');
  pass(1);
  expect((await jobNow('figures')).state).toBe('stopped');
  await second();
  work.resolve();
  await first;
  expect((await jobNow('figures')).last!.facts, 'what was cut off writes nothing').toEqual({ second: 2 });
  void recordRun(system(), 'figures', () => new Promise(() => {}));
  await expect.poll(async () => (await jobNow('figures')).state).toBe('running');
  await releaseJobs(system());
  expect((await jobNow('figures')).state).toBe('stopped');
  await second();
});

it('pressed by two at once it is started and entered once; what can’t be started can be asked for again', async () => {
  const started: string[] = [];
  const runner: JobRunner = { place: 'one-machine', start: async (name) => void started.push(name) };
  const ctx = await administrator();
  const both = await Promise.all([runJobNow(ctx, runner, 'retag'), runJobNow(await administrator(), runner, 'retag')]);
  expect(both.map(({ isNew }) => isNew).sort()).toEqual([false, true]);
  expect(both.map(({ job }) => job.state)).toEqual(['asked', 'asked']);
  expect(started).toEqual(['retag']);
  const entries = (await searchAudit(ctx, { subject: 'job:retag', limit: 10 })).items;
  expect(entries.map(({ action }) => action)).toEqual(['job_run']);
  await recordRun(system(), 'retag', async () => undefined);
  expect((await runJobNow(ctx, runner, 'retag')).isNew).toBe(true);
  pass(1);
  expect((await runJobNow(ctx, runner, 'retag')).isNew).toBe(false);
  pass(1);
  expect((await runJobNow(ctx, runner, 'retag')).isNew, 'it has not begun in two minutes').toBe(true);
  const away: JobRunner = { ...runner, start: () => Promise.reject(new Error('away')) };
  await expect(runJobNow(ctx, away, 'recount')).rejects.toMatchObject({ code: 'busy' });
  expect((await runJobNow(ctx, runner, 'recount')).isNew).toBe(true);
});

it('is for administrators, and for jobs that run where they are', async () => {
  const runner: JobRunner = { place: 'one-machine', start: async () => undefined };
  const moderator = makeCtx(table, await makePerson(table, { roles: ['moderator'] }), clock);
  await expect(listJobs(moderator, 'aws')).rejects.toMatchObject({ code: 'not_allowed' });
  await expect(runJobNow(moderator, runner, 'recount')).rejects.toMatchObject({ code: 'not_allowed' });
  await expect(runJobNow(await administrator(), runner, 'search-snapshot')).rejects.toMatchObject({
    code: 'not_found',
  });
  const names = async (place: 'aws' | 'one-machine') =>
    (await listJobs(await administrator(), place)).map(({ name }) => name);
  expect(await names('aws')).not.toContain('expire-old');
  expect(await names('one-machine')).toEqual(expect.arrayContaining(['expire-old', 'optimise-search']));
});
