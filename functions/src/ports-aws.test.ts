/** Pictures on AWS are moved out of reach and back, also where an earlier try broke off. */
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { FileStore } from './ports.ts';
import { awsPorts } from './ports-aws.ts';
import { type FakeAws, startFakeAws } from './testing/fake-aws.ts';

const stored = new Map<string, Uint8Array>();
let aws: FakeAws;
let files: FileStore;
beforeAll(async () => {
  aws = await startFakeAws([], stored);
  const signed = { AWS_ACCESS_KEY_ID: 'tests', AWS_SECRET_ACCESS_KEY: 'tests', AWS_REGION: 'ap-southeast-1' };
  for (const [name, value] of Object.entries({ ...aws.environment, ...signed })) vi.stubEnv(name, value);
  ({ files } = awsPorts());
});
afterAll(() => {
  vi.unstubAllEnvs();
  aws.stop();
});

const [full, small] = ['media/upl_1.webp', 'media/upl_1-s.webp'] as const;
const textOf = async (key: string) => {
  const bytes = await files.get(key);
  return bytes && Buffer.from(bytes).toString();
};

it('what is withheld is copied, then deleted, then forgotten by the cache; it is served again, and the copy stays', async () => {
  await files.put(full, Buffer.from('a picture'), 'image/webp');
  await files.put(small, Buffer.from('a small one'), 'image/webp');
  await files.withhold([full, small]);
  expect([...stored.keys()].sort()).toEqual(['withheld/upl_1-s.webp', 'withheld/upl_1.webp']);
  expect(aws.forgotten.splice(0)).toEqual([`/${full}`, `/${small}`]);
  expect([await textOf(full), await textOf(small)]).toEqual(['a picture', 'a small one']);

  // The try before may have ended before the cache forgot.
  await files.withhold([full, small]);
  expect(aws.forgotten.splice(0)).toEqual([`/${full}`, `/${small}`]);
  expect(stored.size).toBe(2);

  await files.serve([full, small]);
  expect([...stored.keys()].sort()).toEqual([small, full, 'withheld/upl_1-s.webp', 'withheld/upl_1.webp']);
  expect(await textOf(full)).toBe('a picture');
  expect(aws.forgotten).toEqual([]);
});

it('what was never withheld, and what is not there, is left alone', async () => {
  const other = 'media/upl_2.webp';
  await files.serve([other]);
  await files.withhold([]);
  expect(await files.get(other)).toBeUndefined();
  expect([stored.has(other), aws.forgotten]).toEqual([false, []]);
});
