/** What this machine can do at best: a bare Node server that answers 10 KB of JSON from memory, in its own process. */
import { fork } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { type Figures, type LoadOptions, measure } from './load.ts';
import { cpuMsOf } from './process-figures.ts';

const file = fileURLToPath(import.meta.url);

/** Starts the yardstick, loads it, and ends it. */
export async function measureYardstick(options: LoadOptions): Promise<Figures> {
  const child = fork(file, ['serve']);
  try {
    const port = await new Promise((resolve, reject) => {
      child.once('message', resolve);
      child.once('exit', (code) => reject(new Error(`The yardstick ended with ${code}.`)));
    });
    const target = { origin: `http://localhost:${port}`, cpuMs: () => ({ server: cpuMsOf(child.pid!), engine: 0 }) };
    const operation = { name: 'yardstick', begin: () => ({ next: () => ({ path: '/' }) }) };
    return (await measure([{ target, operation }], options))[0]!;
  } finally {
    child.kill();
  }
}

function serve(): void {
  const items = Array.from({ length: 100 }, (_, id) => ({ id, text: 'x'.repeat(80) }));
  const body = Buffer.from(JSON.stringify({ items }));
  const head = { 'content-type': 'application/json', 'content-length': body.length };
  const server = createServer((_, response) => response.writeHead(200, head).end(body));
  server.listen(0, '127.0.0.1', () => process.send!((server.address() as AddressInfo).port));
  process.once('disconnect', () => process.exit());
}

if (process.argv[1] === file) serve();
