/** Starts the built site on a folder and port of its own, with the demo, before the journeys; ends it after them. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
/** On a busy machine the demo alone takes two minutes to load. */
const longestStartMs = 300_000;

export default async function startSite(): Promise<() => Promise<void>> {
  process.env.CHROMIUM_PATH ??= await chromiumOfNpm();
  const { origin, stop } = await startDemo();
  process.env.SITE_ORIGIN = origin;
  return stop;
}

/** A site with a demo of its own. */
export async function startDemo(): Promise<{ origin: string; stop: () => Promise<void> }> {
  const dataDir = await mkdtemp(join(tmpdir(), 'hanoi-journeys-'));
  // Where all tests run, the demo was loaded before (packages/local/src/testing-demo.ts); else the site does.
  const demo = process.env.TEST_DEMO;
  if (demo && existsSync(demo)) await cp(demo, dataDir, { recursive: true });
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const site = spawn(process.execPath, [join(root, 'packages/local/dist/main.js')], {
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, SEED: 'demo', PUBLIC_ORIGIN: origin },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await ready(site);
  const stop = async () => {
    await ended(site);
    await rm(dataDir, { recursive: true, force: true });
  };
  return { origin, stop };
}

/** The Chromium inside @sparticuz/chromium, unpacked once; it needs no package of the system. */
async function chromiumOfNpm(): Promise<string> {
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs24.x';
  const { default: chromium } = await import('@sparticuz/chromium');
  return chromium.executablePath();
}

function ready(site: ChildProcess): Promise<void> {
  return new Promise((done, fail) => {
    const late = setTimeout(() => fail(new Error('The site did not become ready.')), longestStartMs);
    site.once('exit', (code) => fail(new Error(`The site ended with ${code}.`)));
    site.stdout!.on('data', (chunk: Buffer) => {
      if (!chunk.includes('ready in')) return;
      clearTimeout(late);
      done();
    });
  });
}

function ended(site: ChildProcess): Promise<void> {
  return new Promise((done) => {
    site.removeAllListeners('exit');
    site.once('exit', () => done());
    site.kill('SIGINT');
  });
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once('error', fail);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => done(port));
    });
  });
}
