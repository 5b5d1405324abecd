/** The data folder is closed to others, and its engine is out of a browser's reach. */
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Engine } from './engine.ts';
import { silentLog } from './log.ts';
import { openPrivateFolder } from './private-folder.ts';
import { startEngine } from './start.ts';

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

const modeOf = (...names: string[]) => (statSync(join(dataDir, ...names)).mode & 0o777).toString(8);

describe('the engine', () => {
  // macOS has no other loopback address than 127.0.0.1.
  it.runIf(process.platform === 'linux')('listens at another place each time, and not where pages look', async () => {
    const first = new URL((await start()).endpoint);
    await engines.pop()!.stop();
    const second = new URL((await start()).endpoint);
    for (const { hostname } of [first, second]) {
      expect(hostname).toMatch(/^127\.\d+\.\d+\.\d+$/);
      expect(hostname).not.toMatch(/^127\.0\.0\./);
    }
    expect(second.host).not.toBe(first.host);
    const elsewhere = fetch(`http://127.0.0.1:${second.port}`);
    await expect(elsewhere, 'the usual address with the right port').rejects.toThrow();
  });
});

describe('the data folder', () => {
  it('is its owner’s alone, with all that is written in it', async () => {
    chmodSync(dataDir, 0o755);
    await start();
    expect(modeOf()).toBe('700');
    expect(readdirSync(dataDir).map((name) => [name, modeOf(name)])).toEqual(
      readdirSync(dataDir).map((name) => [name, '600']),
    );
    expect(readdirSync(dataDir)).toContain('instance.json');
  });

  it('that an earlier version left open is closed; one that holds something else is left alone', () => {
    writeFileSync(join(dataDir, 'letter.txt'), '');
    chmodSync(dataDir, 0o755);
    openPrivateFolder(dataDir);
    expect(modeOf()).toBe('755');
    writeFileSync(join(dataDir, 'instance.lock'), '');
    openPrivateFolder(dataDir);
    expect(modeOf()).toBe('700');
  });
});
