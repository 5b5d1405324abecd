/** A snapshot of several ranges comes as it was, although connections break; and its manifest is stored last. */
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openReplica, replicaVersion } from '../replica/file.ts';
import { download } from './download.ts';
import { makeSnapshot } from './make.ts';
import type { Manifest } from './manifest.ts';
import { folderStore } from './testing-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'download-'));
afterAll(() => rmSync(folder, { recursive: true }));

const bytes = randomBytes(20_000_003);
writeFileSync(join(folder, 'whole'), bytes);
const manifest: Manifest = {
  file: 'whole',
  bytes: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
  replicaVersion,
  madeAt: new Date().toISOString(),
  asOf: null,
  places: [],
};

/** The store, whose first `broken` reads break off; and what was asked of it. */
function storeThatBreaks(broken: number) {
  const asked: number[][] = [];
  const store = folderStore(folder);
  const readRange: typeof store.readRange = async (name, start, end) => {
    asked.push([start, end]);
    if (asked.length <= broken) throw new Error('read ECONNRESET');
    return store.readRange(name, start, end);
  };
  return { asked, store: { ...store, readRange } };
}

it('fetches ranges of eight megabytes, and asks again for those that broke', async () => {
  const { asked, store } = storeThatBreaks(4);
  await download(store, manifest, join(folder, 'got'));
  expect(readFileSync(join(folder, 'got')).equals(bytes)).toBe(true);
  expect(asked).toHaveLength(3 + 4);
  expect([...new Set(asked.map(String))].toSorted()).toEqual(['0,8388607', '16777216,20000002', '8388608,16777215']);
});

it('gives up a range that breaks five times', async () => {
  const { store } = storeThatBreaks(1_000);
  await expect(download(store, manifest, join(folder, 'got'))).rejects.toThrow('ECONNRESET');
});

it('a snapshot that could not be stored has no manifest', async () => {
  const db = openReplica(':memory:');
  const store = { ...folderStore(folder), putFile: () => Promise.reject(new Error('the bucket is away')) };
  const made = makeSnapshot({ db, store, copy: join(folder, 'copy'), now: () => new Date() });
  await expect(made).rejects.toThrow('the bucket is away');
  expect((await store.list('')).filter((name) => name.endsWith('.json'))).toEqual([]);
  db.close();
});
