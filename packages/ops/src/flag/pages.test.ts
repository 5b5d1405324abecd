/** Pages say what operators say, in the reader's language, and show no form that nobody would take. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { raiseChallenge } from '@hanoi/core/challenge/service';
import { setFlag } from '@hanoi/core/flag/service';
import { makeNewChallenge } from '@hanoi/core/testing/challenge';
import { makeCtx, makePerson } from '@hanoi/core/testing/context';
import { silentLog as log } from '@hanoi/engine/log';
import { startTestSite, type TestSite } from '@hanoi/local/testing-site';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { operatorContext } from '../command.ts';
import { openTable } from '../open-table.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'flag-pages-'));
let site: TestSite;
let challenge: string;

beforeAll(async () => {
  const table = await openTable({ dataDir, log, env: {} });
  const place = { client: table.db.client, tableName: table.db.table };
  challenge = (await raiseChallenge(makeCtx(place, await makePerson(place)), makeNewChallenge())).id;
  const ctx = operatorContext(table.db, 'test');
  await setFlag(ctx, 'banner', { vi: 'Tối nay bảo trì.', en: 'Maintenance tonight.' });
  await setFlag(ctx, 'comments', false);
  await setFlag(ctx, 'solutions', false);
  await table.projected();
  await table.close();
  site = await startTestSite(dataDir);
}, 90_000);
afterAll(async () => {
  await site?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function read(path: string) {
  const answer = await fetch(site.origin + path);
  return { status: answer.status, text: await answer.text() };
}

test('the banner stands on every page', async () => {
  expect((await read('/')).text).toContain('Tối nay bảo trì.');
  expect((await read('/en/about')).text).toContain('Maintenance tonight.');
});

test('where comments are paused they are read, and the form says so', async () => {
  const { status, text } = await read(`/challenges/${challenge}`);
  expect(status).toBe(200);
  expect(text).toContain('Bình luận đang tạm dừng');
  expect(text).not.toContain('name="comment"');
});

test('a page on which one could only write what nobody takes says so with 503', async () => {
  const refused = await read(`/challenges/${challenge}/solutions/new`);
  expect(refused.status).toBe(503);
  expect(refused.text).toContain('Phần này đang tạm dừng');
  expect((await read('/en/challenges/new')).status).toBe(200);
});
