/** The index of one machine: its threads follow what is written, mend a file that is damaged, and let the old one serve meanwhile. */
import { closeSync, existsSync, mkdtempSync, openSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { raiseChallenge } from '@hanoi/core/challenge/service';
import { cardKey } from '@hanoi/core/db/keys';
import type { Ctx } from '@hanoi/core/shared/context';
import type { ChallengeId } from '@hanoi/core/shared/ids';
import { makeNewChallenge } from '@hanoi/core/testing/challenge';
import { makeCtx, makePerson } from '@hanoi/core/testing/context';
import { useTable } from '@hanoi/core/testing/table';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { overlapHere } from '../follow/overlap.ts';
import { rebuildReplica } from '../replica/rebuild.ts';
import { openSearchThreads, type SearchThreads } from './open.ts';

const table = useTable();
const worker = new URL('./worker.ts', import.meta.url);
let folder: string;
let said: string[];
let opened: SearchThreads[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'search-'));
  said = [];
  opened = [];
});
afterEach(async () => {
  // Before their folder goes: their threads write into it.
  await Promise.all(opened.map((index) => index.close()));
  rmSync(folder, { recursive: true });
});

const file = () => join(folder, 'index.sqlite');
const system = (): Ctx => makeCtx(table, { kind: 'system', name: 'test' });

async function open(code = worker): Promise<SearchThreads> {
  const index = await openSearchThreads({
    file: file(),
    worker: code,
    overlap: overlapHere,
    log: { error: (text) => void said.push(text) },
  });
  opened.push(index);
  return index;
}

async function raise(title: string): Promise<string> {
  return (await raiseChallenge(makeCtx(table, await makePerson(table)), makeNewChallenge({ title }))).id;
}

const found = async (index: SearchThreads, q: string): Promise<string[]> =>
  (await index.search({ q, sort: 'relevance', limit: 20 })).items.map(({ id }) => id);

describe('the threads of the search', () => {
  it('show what was written as soon as it is caught up, and keep it for the next start', async () => {
    const first = await open();
    const id = await raise('Cầu phao mộtmột qua sông Đáy');
    await first.caughtUp();
    expect(await found(first, 'mộtmột')).toEqual([id]);
    expect(await first.list({ kind: 'challenge', sort: 'new', limit: 1 })).toMatchObject({ total: 1, items: [{ id }] });
    await first.close();
    const next = await open();
    expect(await found(next, 'motmot')).toEqual([id]);
    expect(said).toEqual([]);
  });

  it('follow a nudge by themselves', async () => {
    const index = await open();
    await index.caughtUp();
    const id = await raise('Nhà chờ xe buýt haihai dột nát');
    index.nudge();
    await expect.poll(() => found(index, 'haihai')).toEqual([id]);
  });

  it.each([
    ['text instead of a database', () => writeFileSync(file(), 'not a database '.repeat(500))],
    ['an empty file', () => writeFileSync(file(), '')],
    ['half a file', () => writeFileSync(file(), Buffer.from('SQLite format 3\0').subarray(0, 12))],
    ['a file of another version', () => otherVersion()],
  ])('begin anew on %s, and say so', async (what, damage) => {
    const id = await raise(`Bãi đỗ xe baba ${what}`);
    damage();
    const index = await open();
    await index.caughtUp();
    expect(await found(index, 'baba')).toContain(id);
    // An empty file is what SQLite makes of no file: nothing was lost.
    if (what !== 'an empty file') expect(said.join()).toContain('made anew');
  });

  it('notice a file that is damaged while it is open, and mend it', async () => {
    const index = await open();
    const id = await raise('Chợ cóc bốnbốn lấn đường');
    await index.caughtUp();
    await index.close();
    const db = new DatabaseSync(file());
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    db.close();
    // All but the first page, in which the tables are named.
    const size = statSync(file()).size;
    const handle = openSync(file(), 'r+');
    writeSync(handle, Buffer.alloc(size - 4096, 0xaa), 0, size - 4096, 4096);
    closeSync(handle);
    const next = await open();
    await expect.poll(() => found(next, 'bốnbốn').catch(() => []), { timeout: 15_000 }).toEqual([id]);
    expect(said.join()).toContain('made anew');
  });

  it('use an index that another process has made anew', async () => {
    const index = await open();
    const id = await raise('Hồ Văn năm năm cạn nước');
    await index.caughtUp();
    expect(await rebuildReplica({ file: file(), ctx: system })).toBeGreaterThan(0);
    const later = await raise('Sân bóng sáusáu thiếu đèn');
    await index.caughtUp();
    expect(await found(index, 'sausau')).toEqual([later]);
    expect((await found(index, 'hồ văn cạn'))[0]).toBe(id);
    expect(existsSync(`${file()}.new`)).toBe(false);
  });

  it('begin anew when the table does not have what the index has seen', async () => {
    const index = await open();
    const id = await raise('Giếng làng támtám bị lấp');
    await index.caughtUp();
    await index.close();
    await table.client.send(new DeleteCommand({ TableName: table.tableName, Key: cardKey(id as ChallengeId) }));
    const next = await open();
    await next.caughtUp();
    expect(said.join()).toContain('made anew');
    expect(await found(next, 'tamtam')).not.toContain(id);
  });

  it('merge the index also when the thread that writes it has just ended', async () => {
    const ends = `
      import { existsSync, rmSync } from 'node:fs';
      import { parentPort, workerData } from 'node:worker_threads';
      const flag = workerData.file + '.end';
      parentPort.on('message', () => {
        if (workerData.role !== 'indexer' || !existsSync(flag)) return;
        rmSync(flag);
        process.exit(1);
      });
      await import(${JSON.stringify(worker.href)});
    `;
    const index = await open(new URL(`data:text/javascript,${encodeURIComponent(ends)}`));
    await index.caughtUp();
    writeFileSync(`${file()}.end`, '');
    await expect(index.caughtUp()).rejects.toThrow('ended');
    await index.optimise();
    expect(said.join()).toContain('starts again');
  });

  it('refuse at once, or answer with what there is, while the first catch-up takes long', async () => {
    const index = await openPaused();
    const list = index.list({ kind: 'challenge', sort: 'new', limit: 1 });
    await expect(list).rejects.toMatchObject({ code: 'search_not_ready', data: { retryAfter: 3 } });
    expect(await index.search({ q: 'xe', sort: 'relevance', limit: 20 })).toMatchObject({ isComplete: false });
  });

  it('answer from the index of the last run while the first catch-up of this one takes long', async () => {
    const before = await open();
    const id = await raise('Vườn hoa chínchín bỏ hoang');
    await before.caughtUp();
    await before.close();
    const index = await openPaused();
    expect(await found(index, 'chinchin')).toEqual([id]);
    expect(await index.list({ kind: 'challenge', sort: 'new', limit: 1 })).toMatchObject({ items: [{ id }] });
  });

  it('answer while the index is made anew', async () => {
    const index = await open();
    const id = await raise('Ngõ bảybảy không số nhà');
    await index.caughtUp();
    const rebuilt = index.rebuild();
    for (let times = 0; times < 5; times++) expect(await found(index, 'baybay')).toEqual([id]);
    expect(await rebuilt).toBeGreaterThan(0);
    expect(await found(index, 'baybay')).toEqual([id]);
  });
});

/** Threads of which the one that writes does nothing, from the first catch-up to the end of the test. */
async function openPaused(): Promise<SearchThreads> {
  const pausing = `
    import { existsSync } from 'node:fs';
    import { parentPort, workerData } from 'node:worker_threads';
    const { file, role } = workerData;
    parentPort.on('message', () => {
      while (role === 'indexer' && existsSync(file + '.pause')) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
    });
    await import(${JSON.stringify(worker.href)});
  `;
  const index = await open(new URL(`data:text/javascript,${encodeURIComponent(pausing)}`));
  writeFileSync(`${file()}.pause`, '');
  onTestFinished(() => rmSync(`${file()}.pause`, { force: true }));
  return index;
}

function otherVersion(): void {
  const db = new DatabaseSync(file());
  db.exec('CREATE TABLE doc (id TEXT); PRAGMA user_version = 999');
  db.close();
}
