/** Content rules on pages, without scripts: personal data is asked about before it is sent, a comment that waits, the list of the administrators. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { raiseChallenge } from '@hanoi/core/challenge/service';
import { accountOfEmail } from '@hanoi/core/identity/service';
import { grantRole } from '@hanoi/core/person/service';
import { defaultSettings } from '@hanoi/core/rule/default-list';
import { makeNewChallenge } from '@hanoi/core/testing/challenge';
import { makeCtx, makePerson } from '@hanoi/core/testing/context';
import { silentLog as log } from '@hanoi/engine/log';
import { type Person, startTestSite, type TestSite } from '@hanoi/local/testing-site';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { operatorContext } from '../command.ts';
import { openTable } from '../open-table.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'rules-pages-'));
let site: TestSite;
let challenge: string;
let administrator: Person;
let newcomer: Person;

beforeAll(async () => {
  const table = await openTable({ dataDir, log, env: {} });
  const place = { client: table.db.client, tableName: table.db.table };
  challenge = (await raiseChallenge(makeCtx(place, await makePerson(place)), makeNewChallenge())).id;
  const ctx = operatorContext(table.db, 'test');
  const { id } = await accountOfEmail(ctx, 'quan.tri@example.vn');
  await grantRole(ctx, { person: id, role: 'administrator', reason: 'A test' });
  await table.projected();
  await table.close();
  site = await startTestSite(dataDir);
  administrator = await site.signIn('quan.tri@example.vn');
  newcomer = await site.signIn('nguoi.moi@example.vn');
}, 90_000);
afterAll(async () => {
  await site?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function go(path: string, who?: Person, form?: Record<string, string>) {
  const body = form && new FormData();
  for (const [name, value] of Object.entries(form ?? {})) body!.append(name, value);
  const answer = await fetch(site.origin + path, {
    redirect: 'manual',
    headers: { origin: site.origin, accept: 'text/html', ...(who && { cookie: `session=${who.token}` }) },
    ...(body && { method: 'POST', body }),
  });
  return { status: answer.status, to: answer.headers.get('location') ?? '', text: await answer.text() };
}

test('a comment with a number is sent only after its author chose, and nothing typed is lost', async () => {
  const page = `/challenges/${challenge}`;
  const form = { comment: 'Cần ảnh thì gọi 0912 345 678', stance: 'for', key: 'một lần' };
  const asked = await go(`${page}?/comment`, newcomer, form);
  expect(asked.status).toBe(422);
  for (const said of ['Che rồi gửi', 'Giữ nguyên và gửi', '09xx xxx x78', form.comment])
    expect(asked.text).toContain(said);
  const masked = await go(`${page}?/comment`, newcomer, { ...form, personalData: 'mask' });
  expect(masked.status).toBe(303);
  expect((await go(page)).text).toContain('Cần ảnh thì gọi 09xx xxx x78');
  const kept = await go(`/en${page}?/comment`, newcomer, { ...form, key: 'lần nữa', personalData: 'keep' });
  expect(kept.status).toBe(303);
  const own = await go(`/en${page}`, newcomer);
  for (const said of ['Waiting for moderators', 'This comment waits for a moderator', form.comment])
    expect(own.text).toContain(said);
  expect((await go(page)).text).not.toContain('0912 345 678');
  expect((await go(page, administrator)).text).toContain('Bình luận này chờ kiểm duyệt viên xem');
  expect((await go('/me/comments', newcomer)).text).toContain('Bình luận này chờ kiểm duyệt viên xem');
});

test('a challenge with an address is asked about in the form that publishes it', async () => {
  const { title, summary, programme } = makeNewChallenge();
  const form = {
    title,
    summary,
    programme: programme ?? '',
    body: 'Mỗi trận mưa lớn nước dồn về ngã tư, xin viết cho lan.tran@example.vn',
  };
  const asked = await go('/challenges/new?/publish', newcomer, form);
  expect(asked.status).toBe(422);
  expect(asked.text).toContain('l***@example.vn');
  expect(asked.text).toContain('formaction="?/publish"');
  const kept = await go('/challenges/new?/publish', newcomer, { ...form, personalData: 'mask' });
  expect(kept.to).toMatch(/^\/challenges\/chl_/);
  expect((await go(kept.to)).text).toContain('l***@example.vn');
});

test('administrators edit the list: refusals by line, a new version, what it would have caught, put in force', async () => {
  expect((await go('/admin/rules', newcomer)).status).toBe(403);
  expect((await go('/en/admin/rules', administrator)).text).toContain('Content rules');
  const { links, repeats, shouting } = defaultSettings;
  const settings = {
    links: 'on',
    most: String(links.most),
    shorteners: 'bit.ly\nt.ly',
    likeness: String(repeats.likeness * 100),
    sameWord: String(repeats.sameWord),
    share: String(shouting.share * 100),
    leastLetters: String(shouting.leastLetters),
    personalData: 'on',
  };
  const form = { ...settings, text: '[abuse]\nđồ tồi ; sao\n[rude]', reason: 'Thêm từ' };
  const wrong = await go('/admin/rules/0?/save', administrator, form);
  expect(wrong.status).toBe(400);
  for (const said of ['Dòng 2 (“đồ tồi ; sao”)', 'Dòng 3', '[rude]']) expect(wrong.text).toContain(said);
  const saved = await go('/admin/rules/0?/save', administrator, { ...form, text: '[spam]\nngã tư' });
  expect(saved.to).toBe('/admin/rules/1?done=saved');
  const preview = await go('/admin/rules/1?preview=', administrator);
  expect(preview.text).toMatch(/Đã xem \d+ bài công khai/);
  expect(preview.text).toContain('“ngã tư”');
  expect((await go('/admin/rules/1?/activate', administrator, {})).to).toBe('/admin/rules/1?done=activated');
  expect((await go('/admin/rules', administrator)).text).toMatch(/Đang áp dụng[\s\S]*Bản 0/);
  expect((await go('/admin/rules/7', administrator)).status).toBe(404);
});

test('says how to get verified', async () => {
  for (const path of ['/verification', '/en/verification']) expect((await go(path)).status).toBe(200);
});
