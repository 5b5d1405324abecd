/** A command reaches the table of a data folder, whether nobody uses it or a site is running on it. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { raiseChallenge } from '@hanoi/core/challenge/service';
import { listCards } from '@hanoi/core/listing/repo';
import { makeNewChallenge } from '@hanoi/core/testing/challenge';
import { makeCtx, makePerson } from '@hanoi/core/testing/context';
import { silentLog as log } from '@hanoi/engine/log';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type OpenTable, openTable } from './open-table.ts';

const env = {};
let dataDir: string;
const opened: OpenTable[] = [];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'open-table-'));
});
afterEach(async () => {
  for (const table of opened.splice(0).reverse()) await table.close();
  rmSync(dataDir, { recursive: true, force: true });
});

async function open() {
  const table = await openTable({ dataDir, log, env });
  opened.push(table);
  return table;
}

async function raise({ db }: OpenTable) {
  const place = { client: db.client, tableName: db.table };
  const ctx = makeCtx(place, await makePerson(place));
  const { id } = await raiseChallenge(ctx, makeNewChallenge());
  return { ctx, id };
}

const listed = async (ctx: Awaited<ReturnType<typeof raise>>['ctx']) =>
  (await listCards(ctx, { list: 'challenges', sort: 'new', limit: 20 })).items.map((item) => item.id);

test('alone, what is written is projected before the folder is left', async () => {
  const table = await open();
  const { ctx, id } = await raise(table);
  await table.projected();
  expect(await listed(ctx)).toEqual([id]);
});

test('beside a running instance its engine is used, and its pump projects', async () => {
  const holder = await open();
  const guest = await open();
  expect(guest.place).toContain('running');
  const { ctx, id } = await raise(guest);
  await holder.projected();
  expect(await listed(ctx)).toEqual([id]);
});

test('an endpoint that is not on this machine is not believed', async () => {
  await open();
  const note = join(dataDir, 'instance.json');
  const { pid } = JSON.parse(readFileSync(note, 'utf8'));
  writeFileSync(note, JSON.stringify({ pid, endpoint: 'http://example.com:8000' }));
  await expect(openTable({ dataDir, log, env, patienceMs: 300 })).rejects.toThrow(`process ${pid}`);
});
