/** A copy of a data folder, made while people write, opens as a site of its own with all that had been answered. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createFileStore } from '@hanoi/local/files/store';
import { startTestSite } from '@hanoi/local/testing-site';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { copyFolder, dropOldCopies } from './copy-folder.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'copies-'));
});
afterEach(() => rmSync(home, { recursive: true }));

const challenge = (title: string) => ({
  kind: 'raised',
  title,
  summary: 'Ngõ ngập mỗi khi mưa lớn, nước rút chậm.',
  body: 'Mỗi trận mưa lớn, nước ngập đến đầu gối và phải nửa ngày mới rút hết.',
  programme: 'P1',
  tags: [],
});

it('holds every write that was answered before it began, and is no half of any later one', async () => {
  const site = await startTestSite(join(home, 'data'));
  const { token } = await site.signIn('an@example.vn');
  const write = (title: string) => site.call('POST', '/challenges', { token, body: challenge(title) });
  const before = await write('Ngõ 12 ngập sâu sau mưa lớn');
  expect(before.status, before.text).toBe(201);
  let copying = true;
  const later: string[] = [];
  const writing = (async () => {
    for (let count = 1; copying && count < 50; count++) {
      const { status, json } = await write(`Ngõ số ${count} ngập sâu sau mưa lớn`);
      if (status === 201) later.push(json.id);
    }
  })();
  const folder = await copyFolder(site.dataDir, join(home, 'copies'));
  copying = false;
  await writing;
  await site.stop();
  expect(readdirSync(folder)).not.toContain('instance.json');

  const copy = await startTestSite(folder);
  try {
    const found = await copy.call('GET', `/challenges/${before.json.id}`, { token });
    expect(found.json).toMatchObject({ id: before.json.id, title: 'Ngõ 12 ngập sâu sau mưa lớn' });
    for (const id of later) expect([200, 404]).toContain((await copy.call('GET', `/challenges/${id}`)).status);
    const after = await copy.call('POST', '/challenges', { token, body: challenge('Ngõ 14 cũng ngập sâu') });
    expect(after.status, 'sessions and writing go on').toBe(201);
  } finally {
    await copy.stop();
  }
}, 60_000);

it('a picture that is withheld while it is copied, or served again, is in the copy', async () => {
  const data = join(home, 'data');
  mkdirSync(data);
  new DatabaseSync(join(data, 'table.sqlite')).close();
  const files = createFileStore(data);
  for (let count = 0; count < 200; count++) await files.put(`media/upl_${count}.webp`, Buffer.from('x'), 'image/webp');
  const keys = Array.from({ length: 200 }, (_, count) => `media/upl_${count}.webp`);
  const copying = copyFolder(data, join(home, 'copies'));
  const moving = (async () => {
    for (const key of keys.toReversed()) await files.withhold([key]);
  })();
  const folder = await copying;
  await moving;
  const copied = createFileStore(folder);
  for (const key of keys) expect(await copied.get(key), key).toBeDefined();
});

it('of a folder without data is refused, and leaves nothing', async () => {
  await expect(copyFolder(join(home, 'nothing'), join(home, 'copies'))).rejects.toThrow('holds no data');
  expect(existsSync(join(home, 'copies'))).toBe(false);
});

it('only copies are removed, the oldest first', async () => {
  for (const name of ['2026-11-01T00-00-00Z', '2026-11-02T00-00-00Z', '2026-11-03T00-00-00Z', '2026-10-01']) {
    mkdirSync(join(home, name));
    if (name.includes('T')) writeFileSync(join(home, name, 'backup.json'), '{}');
  }
  expect(await dropOldCopies(home, 2)).toEqual([join(home, '2026-11-01T00-00-00Z')]);
  expect(readdirSync(home).sort()).toEqual(['2026-10-01', '2026-11-02T00-00-00Z', '2026-11-03T00-00-00Z']);
});
