/** Who starts the site is told what is wrong, in words and not in codes. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { startFailure } from './start-failure.ts';
import { startTestSite } from './testing-site.ts';

const folder = mkdtempSync(join(tmpdir(), 'failure-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const errorOf = (code: string, syscall: string) => Object.assign(new Error(`${syscall} ${code}`), { code, syscall });
const settings = { port: '80', host: '192.0.2.1', dataDir: '/srv/data' };

it.each([
  ['EADDRINUSE', 'listen', 'The port 80 is in use'],
  ['EACCES', 'listen', 'may not listen on the port 80'],
  ['EADDRNOTAVAIL', 'listen', 'HOST=192.0.2.1 is no address of this machine'],
  ['EACCES', 'open', "/srv/data can't be opened or written"],
  ['ENOSPC', 'write', 'The disk that holds /srv/data is full'],
])('%s of %s', (code, syscall, text) => {
  expect(startFailure(errorOf(code, syscall), settings)).toContain(text);
});

it('a port that is in use', async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  const { port } = taken.address() as { port: number };
  const attempt = startTestSite(join(folder, 'port'), { PORT: String(port) });
  await expect(attempt).rejects.toThrow(`The port ${port} is in use`);
  taken.close();
});

it('a data folder that is a file', async () => {
  const file = join(folder, 'file');
  writeFileSync(file, 'notes');
  await expect(startTestSite(join(file, 'data'))).rejects.toThrow('DATA_DIR');
});
