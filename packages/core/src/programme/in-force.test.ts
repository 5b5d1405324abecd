/** Programmes are read seldom, and nobody is refused by what was read a while ago. */
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { raiseChallenge } from '../challenge/service.ts';
import { programmeKey } from '../db/keys.ts';
import { makeNewChallenge } from '../testing/challenge.ts';
import { makeCtx, makePerson } from '../testing/context.ts';
import { useTable } from '../testing/table.ts';
import { forgetProgrammes, programmesInForce, requireOpenProgramme, requireProgramme } from './in-force.ts';
import { officialProgrammes } from './official-list.ts';
import type { Programme } from './schema.ts';

const table = useTable();
const anybody = () => makeCtx(table, { kind: 'anonymous' });

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  forgetProgrammes();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Changes a programme as another process does. */
async function store(code: string, over: Partial<Programme>): Promise<void> {
  const Item = { ...programmeKey(code), ...officialProgrammes[0], code, order: 40, version: 1, ...over };
  await table.client.send(new PutCommand({ TableName: table.tableName, Item }));
}

const codes = async () => (await programmesInForce(anybody())).map(({ code }) => code);
const refusal = (code: string) => requireOpenProgramme(anybody(), code).catch((error) => error.code);

it('an empty table has those of the plan; a stored one goes before it, or adds to it, within half a minute', async () => {
  expect(await codes()).toEqual(['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8', 'P9']);
  await store('P3', { order: 1, name: 'Công nghiệp văn hóa' });
  await store('Q1', { order: 5 });
  vi.setSystemTime(Date.now() + 29_000);
  expect(await codes()).toHaveLength(9);
  vi.setSystemTime(Date.now() + 2_000);
  expect(await codes()).toEqual(['P1', 'P3', 'P2', 'P4', 'P5', 'Q1', 'P6', 'P7', 'P8', 'P9']);
  expect((await requireProgramme(anybody(), 'P3')).name).toBe('Công nghiệp văn hóa');
});

it('one that was made or brought back a moment ago is known within a second; one that there is not is refused', async () => {
  await programmesInForce(anybody());
  await store('Q2', {});
  expect((await requireOpenProgramme(anybody(), 'Q2')).code).toBe('Q2');
  vi.setSystemTime(Date.now() + 1_000);
  await store('Q3', { retiredAt: '2026-11-29T00:00:00.000Z' });
  expect(await refusal('Q3')).toBe('programme_retired');
  await store('Q3', { retiredAt: null });
  vi.setSystemTime(Date.now() + 1_000);
  expect((await requireOpenProgramme(anybody(), 'Q3')).code).toBe('Q3');
  const unknown = { code: 'invalid_input', fields: [{ path: '/programme', code: 'programme_unknown' }] };
  await expect(requireProgramme(anybody(), 'Q9')).rejects.toMatchObject(unknown);
});

it('codes that there are not cost one reading a second, however many ask', async () => {
  const send = vi.spyOn(table.client, 'send');
  for (let number = 0; number < 5; number++) expect(await refusal(`X${number}`)).toBe('invalid_input');
  // What is kept for half a minute, and whether there is a newer one.
  expect(send).toHaveBeenCalledTimes(2);
  vi.setSystemTime(Date.now() + 1_000);
  expect(await refusal('X5')).toBe('invalid_input');
  expect(send).toHaveBeenCalledTimes(3);
  send.mockRestore();
});

it('five challenges cost one reading', async () => {
  const ctx = makeCtx(table, await makePerson(table));
  const send = vi.spyOn(table.client, 'send');
  for (let number = 0; number < 5; number++) await raiseChallenge(ctx, makeNewChallenge({ draft: true }));
  const asked = send.mock.calls.filter(([{ input }]) => JSON.stringify(input).includes('"PROGRAMMES"'));
  expect(asked).toHaveLength(1);
  send.mockRestore();
});
