/** The bucket of snapshots through AWS's own client: whole files, ranges, lists, and what arrives otherwise is refused. */

import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FakeAws, startFakeAws } from '../testing/fake-aws.ts';
import { snapshotBucket } from './snapshot-bucket.ts';

const folder = mkdtempSync(join(tmpdir(), 'bucket-'));
const credentials = { AWS_REGION: 'ap-southeast-1', AWS_ACCESS_KEY_ID: 'x', AWS_SECRET_ACCESS_KEY: 'x' };
let aws: FakeAws;
beforeAll(async () => {
  aws = await startFakeAws([], new Map());
  Object.assign(process.env, credentials, aws.environment);
});
afterAll(() => {
  aws.stop();
  rmSync(folder, { recursive: true });
  for (const name of Object.keys(aws.environment)) delete process.env[name];
});

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

it('gives what was put, in ranges', async () => {
  const store = snapshotBucket();
  const bytes = randomBytes(300_000);
  const file = join(folder, 'a');
  writeFileSync(file, bytes);
  await store.putFile('v1/b.sqlite', file, { bytes: bytes.length, sha256: sha256(bytes) });
  await store.putText('v1/b.json', '{"a":"ế"}');
  await store.putText('v2/c.json', '{}');
  expect(await store.list('v1/')).toEqual(['v1/b.json', 'v1/b.sqlite']);
  expect(await store.readText('v1/b.json')).toBe('{"a":"ế"}');
  const parts = [
    await store.readRange('v1/b.sqlite', 0, 199_999),
    await store.readRange('v1/b.sqlite', 200_000, 299_999),
  ];
  expect(Buffer.concat(parts).equals(bytes)).toBe(true);
  await expect(store.readText('v1/none.json')).rejects.toThrow('There is none.');
});

it('refuses a file that arrives otherwise than it was', async () => {
  const file = join(folder, 'b');
  writeFileSync(file, 'abc');
  const put = snapshotBucket().putFile('v1/d.sqlite', file, { bytes: 3, sha256: sha256(Buffer.from('abd')) });
  await expect(put).rejects.toThrow(/BadDigest|UnknownError|400/);
  expect(await snapshotBucket().list('v1/d')).toEqual([]);
});

it('without a name says so', () => {
  const { SNAPSHOT_BUCKET } = process.env;
  delete process.env.SNAPSHOT_BUCKET;
  expect(() => snapshotBucket()).toThrow('SNAPSHOT_BUCKET is not set');
  process.env.SNAPSHOT_BUCKET = SNAPSHOT_BUCKET;
});
