/** Only files with safe names and known types can be stored or opened. */
import { mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createFileStore } from './store.ts';

const folder = mkdtempSync(join(tmpdir(), 'files-'));
const files = createFileStore(folder);
afterAll(() => rmSync(folder, { recursive: true }));

test('a file is stored unchanged, and no temporary file is left', async () => {
  await files.put('media/2026/a.png', Buffer.from('bytes'), 'image/png');
  const file = await files.open('media/2026/a.png');
  expect([file?.size, file?.contentType]).toEqual([5, 'image/png']);
  await file?.close();
  expect(readdirSync(join(folder, 'media'))).toEqual(['2026']);
});

test('a withheld file is nowhere to be opened, is kept, and is served again as it was', async () => {
  const key = 'media/upl_1.webp';
  await files.put(key, Buffer.from('a picture'), 'image/webp');
  const bytesOf = async () => Buffer.from((await files.get(key))!).toString();
  for (let time = 0; time < 2; time++) {
    await files.withhold([key, 'media/upl_none.webp', '../a.png']);
    await files.withhold([key]);
    expect(await files.open(key)).toBeUndefined();
    expect(await files.open('withheld/upl_1.webp')).toBeUndefined();
    expect(await bytesOf()).toBe('a picture');
    await files.serve([key, 'media/upl_none.webp']);
    const file = await files.open(key);
    await file?.close();
    expect([file?.size, await bytesOf()]).toEqual([9, 'a picture']);
  }
  expect(readdirSync(join(folder, 'withheld')), 'it stays there').toEqual(['upl_1.webp']);
});

test.each([
  'media/../a.png',
  'media/..png',
  '../media/a.png',
  '/media/a.png',
  'media/.hidden.png',
  'media/a.html',
  'media/a.svg',
  'media/a',
  'media/a\0.png',
  'media//a.png',
  'other/a.png',
  'media/a b.png',
])('the name %j is refused', async (key) => {
  writeFileSync(join(folder, 'a.png'), 'secret');
  await expect(files.put(key, Buffer.from('x'), 'image/png')).rejects.toThrow();
  expect(await files.open(key)).toBeUndefined();
});

test('a type that does not match the name is refused, and a folder is not opened as a file', async () => {
  await expect(files.put('media/a.png', Buffer.from('x'), 'text/html')).rejects.toThrow('type');
  symlinkSync(folder, join(folder, 'media', 'link.png'));
  expect(await files.open('media/link.png')).toBeUndefined();
});
