/** The doctor sees what is wrong with a folder, a port and the services, and says what to do. */
import { chmodSync, mkdtempSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Finding, linesOf } from './finding.ts';
import { checkFolder } from './folder.ts';
import { checkMail, checkProvider } from './services.ts';
import { checkPort } from './site.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'doctor-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const complaints = (findings: readonly Finding[]) =>
  findings.filter(({ state }) => state === 'bad').map(({ text }) => text);

it('a folder of our own is good', async () => {
  expect(complaints(await checkFolder(folder))).toEqual([]);
  expect(complaints(await checkFolder(join(folder, 'not', 'yet', 'there')))).toEqual([]);
});

it('a folder that others can read, a file in its place, and a file from the future are said', async () => {
  chmodSync(folder, 0o755);
  expect(complaints(await checkFolder(folder))).toEqual([expect.stringContaining('Other users of this machine')]);
  chmodSync(folder, 0o700);
  writeFileSync(join(folder, 'file'), '');
  expect(complaints(await checkFolder(join(folder, 'file')))).toEqual([expect.stringContaining('is no folder')]);
  const soon = new Date(Date.now() + 3_600_000);
  utimesSync(join(folder, 'file'), soon, soon);
  expect(complaints(await checkFolder(folder))).toEqual([expect.stringMatching(/clock is (59|60) minutes behind/)]);
});

it('a damaged database is said, a sound one too', async () => {
  const file = join(folder, 'table.sqlite');
  const database = new DatabaseSync(file);
  database.exec(
    'CREATE TABLE t (a); INSERT INTO t SELECT randomblob(5000) FROM (VALUES (1), (2), (3), (4), (5), (6), (7), (8))',
  );
  database.close();
  expect(linesOf(await checkFolder(folder))).toContain('✓ table.sqlite is sound.');
  truncateSync(file, 20_000);
  expect(complaints(await checkFolder(folder))).toEqual([expect.stringContaining('table.sqlite is damaged')]);
});

it('a free port, a port of another program, and an address of another machine are told apart', async () => {
  const other = createServer((_, response) => response.end('another'));
  await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
  const { port } = other.address() as { port: number };
  expect(await checkPort('127.0.0.1', port)).toMatchObject({
    runs: false,
    finding: { state: 'bad', text: `Another program holds the port ${port}.` },
  });
  await new Promise((done) => other.close(done));
  expect(await checkPort('127.0.0.1', port)).toMatchObject({ runs: false, finding: { state: 'good' } });
  expect((await checkPort('198.51.100.1', port)).finding.text).toContain('no address of this machine');
});

it('a mail server and an identity provider that do not answer are said', async () => {
  expect(complaints(await checkMail({ url: 'smtp://127.0.0.1:1', from: 'a@example.vn' }, true))).toHaveLength(1);
  expect((await checkMail(undefined, true))[0]).toMatchObject({ state: 'doubtful' });
  expect(complaints(await checkProvider('http://127.0.0.1:1'))).toHaveLength(1);
});

it('each finding is a line, and what to do another', () => {
  expect(linesOf([{ state: 'bad', text: 'Wrong.', remedy: 'Mend it.' }])).toEqual(['✗ Wrong.', '  → Mend it.']);
});
