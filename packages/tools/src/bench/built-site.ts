/** The built site as people run it, in a process of its own, on a data folder of its own. */
import { spawn } from 'node:child_process';
import { closeSync, cpSync, fsyncSync, mkdtempSync, openSync, readdirSync, rmSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePort } from '@hanoi/engine/free-port';
import { childrenOf, cpuMsOf, memoryMbOf } from './process-figures.ts';

export type Costs = { server: number; engine: number };

/** Megabytes: of all processes together, and of the engine among them. */
export type Memory = { all: number; engine: number };

export type BuiltSite = {
  origin: string;
  /** From the start of the process to the first whole list, milliseconds. */
  firstListMs: number;
  /** CPU time used so far, milliseconds. */
  cpuMs(): Costs;
  /** What its processes hold now. */
  memoryMb(): Memory;
  stop(): Promise<void>;
};

/** A copy of `folder` (or an empty one) to run a site on, and how to be rid of it. */
export function copyFolder(folder?: string): { dataDir: string; remove(): void } {
  const dataDir = mkdtempSync(join(tmpdir(), 'hanoi-bench-run-'));
  if (folder) cpSync(folder, dataDir, { recursive: true });
  // Else the first write to the table would wait until the whole copy is on the disk.
  for (const name of readdirSync(dataDir)) {
    const file = openSync(join(dataDir, name), 'r');
    fsyncSync(file);
    closeSync(file);
  }
  return { dataDir, remove: () => rmSync(dataDir, { recursive: true, force: true }) };
}

/** Starts the built server on `dataDir`; resolves with its first list. Throws its last words when it ends before. */
export async function startBuiltSite(root: string, dataDir: string, script = 'dist/main.js'): Promise<BuiltSite> {
  const port = await findFreePort();
  const origin = `http://localhost:${port}`;
  const began = performance.now();
  const nodeFlags = process.env.BENCH_NODE_FLAGS?.split(' ') ?? [];
  const child = spawn(process.execPath, [...nodeFlags, join(root, 'packages/local', script)], {
    cwd: root,
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'warn', PUBLIC_ORIGIN: '' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said = (said + chunk).slice(-2_000);
  });
  const ended = new Promise<never>((_, fail) => {
    child.once('error', fail);
    child.once('exit', (code) => fail(new Error(`The site ended with ${code}: ${said}`)));
  });
  ended.catch(() => undefined);
  await Promise.race([ended, firstAnswer(`${origin}/api/v1/challenges`, AbortSignal.timeout(120_000))]);
  const firstListMs = performance.now() - began;
  const server = child.pid!;
  const engine = childrenOf(server).find(({ name }) => name === 'dynoxide')?.pid;
  return {
    origin,
    firstListMs,
    cpuMs: () => ({ server: cpuMsOf(server), engine: engine ? cpuMsOf(engine) : 0 }),
    memoryMb: () => ({
      all: [server, ...childrenOf(server).map(({ pid }) => pid)].reduce((sum, pid) => sum + memoryMbOf(pid), 0),
      engine: engine ? memoryMbOf(engine) : 0,
    }),
    async stop() {
      child.kill('SIGINT');
      await ended.catch(() => undefined);
    },
  };
}

/** Resolves with the first whole answer, asking again every few milliseconds while nobody listens. */
async function firstAnswer(url: string, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const done = await new Promise<boolean>((resolve) => {
      const request = get(url, { signal, agent: false }, (response) => {
        response.resume().once('end', () => resolve(response.statusCode === 200));
      });
      request.once('error', () => resolve(false));
    });
    if (done) return;
    await new Promise((resolve) => setTimeout(resolve, 3));
  }
  throw new Error(`No answer from ${url}.`);
}
