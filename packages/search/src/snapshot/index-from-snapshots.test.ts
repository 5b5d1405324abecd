/** The index of a process that sleeps: ready or not within its patience, never older than it may be, and back after damage. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { raiseChallenge } from '@hanoi/core/challenge/service';
import type { Ctx } from '@hanoi/core/shared/context';
import { makeNewChallenge } from '@hanoi/core/testing/challenge';
import { makeCtx, makePerson } from '@hanoi/core/testing/context';
import { useTable } from '@hanoi/core/testing/table';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type IndexOptions, openIndexFromSnapshots } from './index-from-snapshots.ts';
import type { SnapshotStore } from './store.ts';
import { folderStore } from './testing-store.ts';

const table = useTable();
const base = mkdtempSync(join(tmpdir(), 'index-'));
afterAll(() => rmSync(base, { recursive: true }));
let author: Ctx;
beforeAll(async () => {
  author = makeCtx(table, await makePerson(table));
});

let turn = 0;
let told: (string | number | boolean | undefined)[][];
beforeEach(() => {
  turn++;
  told = [];
});
const file = () => join(base, `${turn}.sqlite`);
const openIndex = (over: Partial<IndexOptions> = {}) =>
  openIndexFromSnapshots({
    file: file(),
    store: folderStore(base),
    ctx: () => makeCtx(table, { kind: 'system', name: 'search' }),
    watcher: {
      opened: (from) => void told.push(['opened', from]),
      asked: (age, ready) => void told.push(['asked', ready, age]),
    },
    // Both cores may be busy; only the tests of patience need little of it.
    patience: 60_000,
    ...over,
  });
type Index = ReturnType<typeof openIndex>;
const find = async (index: Index, q: string) =>
  (await index.search({ q, limit: 10 } as never)).items.map(({ id }) => id);
const raise = (title: string) => raiseChallenge(author, makeNewChallenge({ title }));

it('answers with the age it has, and follows what is written when it is old', async () => {
  const first = await raise('Hồ bơi bobobo cho trẻ em');
  const index = openIndex({ oldest: 300 });
  const before = Date.now();
  const answer = await index.search({ q: 'bobobo', limit: 10 } as never);
  expect(answer).toMatchObject({ isComplete: true, total: 1 });
  expect(Date.parse(answer.asOf)).toBeGreaterThanOrEqual(before);
  const second = await raise('Thêm hồ bơi bobobo ở Đống Đa');
  await sleep(350);
  expect((await find(index, 'bobobo')).toSorted()).toEqual([first.id, second.id].toSorted());
  expect(told[0]).toEqual(['opened', 'index']);
  expect(told.slice(1).map(([, ready]) => ready)).toEqual([true, true]);
});

it('one that is young enough answers without asking the table', async () => {
  const index = openIndex({ oldest: 3_600_000 });
  await index.ready();
  await raise('Chợ đêm bububu ở Hoàn Kiếm');
  expect(await find(index, 'bububu')).toEqual([]);
});

it('refuses while it is not ready, says when to ask again, and goes on preparing', async () => {
  const { id } = await raise('Xe buýt điện cucucu');
  const opened = Promise.withResolvers<void>();
  const slow: SnapshotStore = {
    ...folderStore(base),
    async list() {
      await opened.promise;
      return [];
    },
  };
  const index = openIndex({ store: slow, patience: 50 });
  const refusal = { code: 'search_not_ready', data: { retryAfter: 3 } };
  await expect(find(index, 'cucucu')).rejects.toMatchObject(refusal);
  await expect(index.list({ kind: 'challenge', sort: 'new', limit: 1 } as never)).rejects.toMatchObject(refusal);
  await expect(index.suggest('cu')).rejects.toMatchObject(refusal);
  await expect(index.alike({ title: 'cucucu' } as never)).rejects.toMatchObject(refusal);
  expect(told).toEqual(Array(4).fill(['asked', false, undefined]));
  opened.resolve();
  await index.ready();
  expect(await find(index, 'cucucu')).toEqual([id]);
  expect(told.filter(([event]) => event === 'opened')).toHaveLength(1);
});

it('a table that does not answer is no reason to answer from an old replica', async () => {
  let isAway = false;
  const here = makeCtx(table, { kind: 'system', name: 'search' });
  const index = openIndex({
    oldest: 0,
    ctx: () => (isAway ? { ...here, db: { ...here.db, table: 'nowhere' } } : here),
  });
  await index.ready();
  isAway = true;
  await expect(find(index, 'zqzqzq')).rejects.toThrow(/non-existent|not found/i);
  isAway = false;
  await sleep(260);
  expect(await find(index, 'zqzqzq')).toEqual([]);
});

it('a replica that is damaged while it is used is noticed, and made again', async () => {
  const { id } = await raise('Nhà vệ sinh công cộng dudududu');
  const index = openIndex({ oldest: 0 });
  await index.ready();
  for (const suffix of ['', '-wal']) writeFileSync(file() + suffix, Buffer.alloc(400_000, 7));
  const refused = await find(index, 'dudududu').then(
    () => undefined,
    (error: { code: string }) => error.code,
  );
  // What SQLite has in memory may serve one more answer.
  if (refused) expect(refused).toBe('search_not_ready');
  await expect
    .poll(() => find(index, 'dudududu').catch((error: { code: string }) => error.code), { timeout: 20_000 })
    .toEqual([id]);
});
