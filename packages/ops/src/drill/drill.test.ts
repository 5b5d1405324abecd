/** What is exported comes back whole, and whatever does not is seen. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeleteCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { raiseChallenge } from '@hanoi/core/challenge/service';
import { cardKey, tallyKey } from '@hanoi/core/db/keys';
import type { ChallengeId } from '@hanoi/core/shared/ids';
import { supportSubject } from '@hanoi/core/support/service';
import { makeNewChallenge } from '@hanoi/core/testing/challenge';
import { makeCtx, makePerson } from '@hanoi/core/testing/context';
import { useTable } from '@hanoi/core/testing/table';
import { silentLog } from '@hanoi/engine/log';
import { useStream } from '@hanoi/functions/testing/stream';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { compareWithExport } from '../backup/compare.ts';
import { exportTable, readExport } from '../backup/export.ts';
import { restoreTable } from '../backup/restore.ts';
import { drill } from './drill.ts';

const table = useTable();
const db = () => ({ client: table.client, table: table.tableName });
const stream = useStream(table);
const ids: ChallengeId[] = [];
let folder: string;
beforeAll(async () => {
  for (let number = 0; number < 5; number++) {
    const ctx = makeCtx(table, await makePerson(table));
    const { id } = await raiseChallenge(ctx, makeNewChallenge());
    ids.push(id);
    for (let votes = 0; votes <= number; votes++) await supportSubject(makeCtx(table, await makePerson(table)), id);
  }
  const odd = {
    bytes: new Uint8Array([0, 255]),
    words: new Set(['à', 'b']),
    deep: [{ none: null, half: 0.5 }],
    B: 'b',
  };
  await table.client.send(new PutCommand({ TableName: table.tableName, Item: { pk: 'odd', sk: 'ODD', ...odd } }));
  await stream.settle();
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'drill-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('everything comes back, every value of every kind, and the votes are those of the tallies', async () => {
  const done = await drill(db(), folder, silentLog);
  expect(done).toMatchObject({ missing: [], changed: [], added: [], recounted: ids.length, recountDifferences: 0 });
  expect(done.exported).toBeGreaterThan(50);
  expect(done.restored).toBe(done.exported);
  for await (const item of readExport(join(folder, 'export'))) {
    if (item.pk?.S !== 'odd') continue;
    expect([...(item.bytes?.B ?? [])]).toEqual([0, 255]);
    expect(item.B).toEqual({ S: 'b' });
  }
});

test('what is missing, changed or too many is named, and a tally that is wrong counted', async () => {
  const [first, second, third] = ids as [ChallengeId, ChallengeId, ChallengeId];
  await exportTable(db(), folder);
  const TableName = table.tableName;
  const Key = cardKey(first);
  const lie = { UpdateExpression: 'SET title = :lie', ExpressionAttributeValues: { ':lie': 'Khác' } };
  await table.client.send(new UpdateCommand({ TableName, Key: cardKey(second), ...lie }));
  await table.client.send(new DeleteCommand({ TableName, Key }));
  await table.client.send(new PutCommand({ TableName, Item: { pk: 'more', sk: 'MORE' } }));
  expect(await compareWithExport(db(), folder)).toMatchObject({
    missing: [`${first} CARD`],
    changed: [`${second} CARD`],
    added: ['more MORE'],
  });
  const one = { UpdateExpression: 'ADD support :one', ExpressionAttributeValues: { ':one': 1 } };
  await table.client.send(new UpdateCommand({ TableName, Key: tallyKey(third, 0), ...one }));
  expect((await drill(db(), join(folder, 'again'), silentLog)).recountDifferences).toBe(1);
});

test('no export is written over another, and nothing is restored into what people use', async () => {
  await exportTable(db(), folder);
  await expect(exportTable(db(), folder)).rejects.toThrow('holds an export already');
  await expect(restoreTable(db(), folder)).rejects.toThrow('not empty');
  expect(await restoreTable(db(), folder, { over: true })).toBeGreaterThan(50);
  await expect(restoreTable(db(), join(folder, 'elsewhere'), { over: true })).rejects.toThrow('holds no .json.gz');
});
