/** What is wrong with the data folder is told apart, and a damaged table is not served. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createClient } from './client.ts';
import type { Engine } from './engine.ts';
import { lockFolder } from './lock.ts';
import { silentLog } from './log.ts';
import { startEngine } from './start.ts';
import { ensureTable } from './table.ts';
import { plainTable } from './testing-table.ts';

let dataDir: string;
const engines: Engine[] = [];
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'folder-'));
});
afterEach(async () => {
  await Promise.all(engines.splice(0).map((engine) => engine.stop()));
  rmSync(dataDir, { recursive: true, force: true });
});

async function start(): Promise<Engine> {
  const engine = await startEngine({ dataDir, log: silentLog });
  engines.push(engine);
  return engine;
}

describe('what is wrong is told apart', () => {
  const disk = mkdtempSync(join(tmpdir(), 'disk-'));
  const canMount = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk]).status === 0;
  afterAll(() => {
    if (canMount) spawnSync('umount', [disk]);
    rmSync(disk, { recursive: true, force: true });
  });

  it('a lock that is held', async () => {
    const lock = await lockFolder(dataDir);
    await expect(lockFolder(dataDir)).rejects.toThrow(`in use by another instance (process ${process.pid})`);
    lock.release();
  });

  it('a lock that is damaged, which nobody holds', async () => {
    writeFileSync(join(dataDir, 'instance.lock'), 'this is no database, though it is long enough');
    const attempt = lockFolder(dataDir);
    await expect(attempt).rejects.toThrow('instance.lock is damaged');
    await expect(attempt).rejects.not.toThrow('in use');
    await expect(attempt).rejects.toThrow('move it away');
  });

  it.runIf(canMount)('a disk that is full', async () => {
    const full = join(disk, 'data');
    mkdirSync(full);
    expect(() => writeFileSync(join(disk, 'fill'), Buffer.alloc(100_000))).toThrow('ENOSPC');
    const attempt = startEngine({ dataDir: full, log: silentLog });
    await expect(attempt).rejects.toThrow(/disk that holds .* is full/);
    await expect(attempt).rejects.not.toThrow('in use');
  });

  it('a folder that is no folder', async () => {
    const file = join(dataDir, 'file');
    writeFileSync(file, '');
    await expect(startEngine({ dataDir: join(file, 'data'), log: silentLog })).rejects.toThrow();
    mkdirSync(join(dataDir, 'instance.lock'));
    await expect(lockFolder(dataDir)).rejects.toThrow('DATA_DIR');
  });
});

describe('a damaged table', () => {
  async function fillAndStop(): Promise<string> {
    const engine = await start();
    const client = createClient(engine.endpoint);
    await ensureTable(client, 'kept', plainTable);
    const text = 'x'.repeat(20_000);
    for (let n = 0; n < 60; n++) {
      const Item = { pk: { S: `item-${n}` }, sk: { S: 'x' }, text: { S: text } };
      await client.send(new PutItemCommand({ TableName: 'kept', Item }));
    }
    client.destroy();
    await engines.pop()!.stop();
    return join(dataDir, 'table.sqlite');
  }

  it.each([
    ['cut in half', 0.5],
    ['without content', 0],
  ])('%s is not served, and left as it is', { timeout: 60_000 }, async (_, part) => {
    const file = await fillAndStop();
    truncateSync(file, Math.floor((statSync(file).size * part) / 4096) * 4096);
    const left = readFileSync(file);
    for (let attempt = 0; attempt < 2; attempt++) {
      await expect(startEngine({ dataDir, log: silentLog })).rejects.toThrow(
        /table\.sqlite is damaged .*operations\.md/,
      );
    }
    expect(readFileSync(file).equals(left)).toBe(true);
  });

  it('that was overwritten is not served', async () => {
    const file = await fillAndStop();
    const whole = readFileSync(file);
    cpSync(file, `${file}.whole`);
    whole.fill('scribble', 4096, 4096 * 8);
    writeFileSync(file, whole);
    await expect(startEngine({ dataDir, log: silentLog })).rejects.toThrow('table.sqlite is damaged');
    cpSync(`${file}.whole`, file);
    expect((await start()).kind).toBe('dynoxide');
  });
});
