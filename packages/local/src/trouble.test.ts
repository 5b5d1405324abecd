/** The machine in trouble under a running site: requests are asked to retry, none hangs or fails in an odd way, nothing is lost. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { patience } from '@hanoi/core/db/client';
import { afterAll, afterEach, expect, test } from 'vitest';
import { type Person, startTestSite, type TestSite } from './testing-site.ts';
import { makeVariedChallenge } from './testing-texts.ts';

const folder = mkdtempSync(join(tmpdir(), 'trouble-'));
// A disk that can be filled without harm: only root can make one.
const disk = join(folder, 'disk');
mkdirSync(disk);
const canMount = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=16m', 'tmpfs', disk]).status === 0;

const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of cleanUp.splice(0).reverse()) await step();
});
afterAll(() => {
  if (canMount) spawnSync('umount', [disk]);
  rmSync(folder, { recursive: true, force: true });
});

async function start(dataDir: string): Promise<{ site: TestSite; person: Person }> {
  const site = await startTestSite(dataDir);
  cleanUp.push(site.stop);
  return { site, person: await site.signIn('nguoi@example.vn') };
}

/** As many people as it takes: each may write only some texts an hour. */
const writersOf = (site: TestSite) =>
  Promise.all(Array.from({ length: 40 }, (_, number) => site.signIn(`nguoi-${number}@example.vn`)));

let raised = 0;
const raise = (site: TestSite, { token }: Person, over: object = {}) =>
  site.call('POST', '/challenges', { token, body: makeVariedChallenge(raised++, over) });
const read = (site: TestSite, { token }: Person) => site.call('GET', '/me/challenges?limit=100', { token });

// Restarting a site and its engine is slow on a busy machine.
test('an engine that dies comes back by itself, and meanwhile requests are asked to retry', {
  timeout: 90_000,
}, async () => {
  const { site, person } = await start(join(folder, 'dies'));
  const writers = await writersOf(site);
  const first = (await raise(site, person)).json.id;
  const before = site.engine();
  const outcomes: string[] = [];
  const note = ({ status, json }: { status: number; json: { code?: string } }) =>
    void outcomes.push(json.code ? `${status} ${json.code}` : String(status));
  const until = Date.now() + 2_000;
  const busyPeople = Array.from({ length: 8 }, async (_, index) => {
    for (let turn = index; Date.now() < until; turn++)
      note(await (index % 2 ? raise(site, writers[turn % writers.length]!) : read(site, person)));
  });
  setTimeout(() => process.kill(before.pid, 'SIGKILL'), 300);
  await Promise.all(busyPeople);
  const odd = outcomes.filter((outcome) => !['200', '201', '503 busy'].includes(outcome));
  expect(odd, site.said()).toEqual([]);
  await expect.poll(async () => (await read(site, person)).status, { timeout: 5_000 }).toBe(200);
  expect(site.engine().pid).not.toBe(before.pid);
  expect(site.said()).toContain('The database engine ended by itself; starting it again.');
  expect((await site.call('GET', `/challenges/${first}`)).status).toBe(200);
  const acknowledged = outcomes.filter((outcome) => outcome === '201').length;
  const counts = await Promise.all(writers.map((writer) => countOf(site, writer)));
  expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(acknowledged);
});

test('no request waits for ever on an engine that hangs', { timeout: 60_000 }, async () => {
  const { site, person } = await start(join(folder, 'hangs'));
  const { pid } = site.engine();
  cleanUp.push(() => process.kill(pid, 'SIGCONT'));
  await halt(pid);
  const order: string[] = [];
  const noted = async (name: string, asked: Promise<{ status: number; json: { code?: string } }>) => {
    const { status, json } = await asked;
    order.push(`${name}: ${status} ${json.code}`);
  };
  await Promise.all([
    noted('read', read(site, person)),
    noted('raise', raise(site, person)),
    noted('health', site.call('GET', '/health')),
  ]);
  expect(order[0], 'who asks for health does not wait as people do').toBe('health: 503 busy');
  expect(order.slice(1).sort()).toEqual(['raise: 503 busy', 'read: 503 busy']);
  // Twelve seconds, and the short pauses between.
  expect([patience.maxAttempts, patience.requestHandler.requestTimeout]).toEqual([4, 3_000]);
  expect((await site.call('GET', '/health?deep=false')).status, 'the site itself is there').toBe(200);
  process.kill(pid, 'SIGCONT');
  await expect.poll(async () => (await site.call('GET', '/health')).status).toBe(200);
  await expect.poll(async () => (await raise(site, person)).status, { timeout: 10_000 }).toBe(201);
});

test.runIf(canMount)('a full disk refuses what is written and loses nothing', { timeout: 180_000 }, async () => {
  const { site, person } = await start(join(disk, 'data'));
  const writers = await writersOf(site);
  const acknowledged: string[] = [];
  const body = 'Nước dồn về ngã tư. '.repeat(900);
  let refused = 0;
  while (refused < 5) {
    const { status, json } = await raise(site, writers[acknowledged.length % writers.length]!, { body });
    if (status === 201) acknowledged.push(json.id);
    else {
      expect({ status, code: json.code }).toEqual({ status: 503, code: 'busy' });
      refused++;
    }
  }
  expect((await site.call('GET', `/challenges/${acknowledged[0]}`)).status, 'reading goes on').toBe(200);
  const more = spawnSync('mount', ['-o', 'remount,size=200m', disk]);
  expect(more.status).toBe(0);
  await expect.poll(async () => (await raise(site, person)).status, { timeout: 10_000 }).toBe(201);
  const statuses = await Promise.all(acknowledged.map((id) => site.call('GET', `/challenges/${id}`)));
  expect(statuses.filter(({ status }) => status !== 200)).toEqual([]);
});

/**
 * Halts a process, and waits until all its threads stand still: on a busy machine that takes some moments, in which the others
 * still answer.
 */
async function halt(pid: number): Promise<void> {
  process.kill(pid, 'SIGSTOP');
  const tasks = `/proc/${pid}/task`;
  const statusOf = (thread: string) => readFileSync(join(tasks, thread, 'status'), 'utf8');
  const stillRun = () => readdirSync(tasks).filter((thread) => !/^State:\tT/m.test(statusOf(thread)));
  await expect.poll(stillRun).toEqual([]);
}

async function countOf(site: TestSite, { token }: Person): Promise<number> {
  let count = 0;
  for (let cursor = ''; ; ) {
    const { json } = await site.call('GET', `/me/challenges?limit=100${cursor}`, { token });
    count += json.items.length;
    if (!json.nextCursor) return count;
    cursor = `&cursor=${json.nextCursor}`;
  }
}
