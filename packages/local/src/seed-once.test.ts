/** The demo is for a site on which nobody has written, whatever the start itself left there; loading it deletes nothing. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeleteCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { raiseChallenge } from '@hanoi/core/challenge/service';
import { makeNewChallenge } from '@hanoi/core/testing/challenge';
import { makeCtx, makePerson } from '@hanoi/core/testing/context';
import { useTable } from '@hanoi/core/testing/table';
import { silentLog } from '@hanoi/engine/log';
import { handler as migrate } from '@hanoi/functions/jobs/migrate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clearHalfSeeded, isEmpty, isSeeding } from './seed-once.ts';
import { upgrade } from './upgrade.ts';

const table = useTable();

/** Takes out the rules that every table of tests has. */
async function emptyTable(): Promise<void> {
  const { client, tableName: TableName } = table;
  const { Items = [] } = await client.send(new ScanCommand({ TableName }));
  await Promise.all(Items.map(({ pk, sk }) => client.send(new DeleteCommand({ TableName, Key: { pk, sk } }))));
}

it('a table that migrations went over is empty still, until somebody writes', async () => {
  await emptyTable();
  await upgrade(migrate, silentLog);
  expect(await isEmpty(table.client, table.tableName)).toBe(true);
  await raiseChallenge(makeCtx(table, await makePerson(table)), makeNewChallenge());
  expect(await isEmpty(table.client, table.tableName)).toBe(false);
});

describe('a folder with the marker of seeding', () => {
  let dataDir: string;
  const warnings: string[] = [];
  const log = { ...silentLog, warn: (text: string) => void warnings.push(text) };
  beforeEach(() => {
    warnings.length = 0;
    dataDir = mkdtempSync(join(tmpdir(), 'seeding-'));
    writeFileSync(join(dataDir, 'table.sqlite'), 'the table');
    writeFileSync(join(dataDir, 'instance.lock'), '');
    mkdirSync(join(dataDir, 'media'));
    writeFileSync(join(dataDir, 'media', 'picture.webp'), 'a picture');
  });
  afterEach(() => rmSync(dataDir, { recursive: true }));

  it.each(['', 'notes of somebody'])('that says %j keeps all that is in it, and works on', (text) => {
    writeFileSync(join(dataDir, 'seeding'), text);
    const before = readdirSync(dataDir);
    clearHalfSeeded(dataDir, log);
    expect(readdirSync(dataDir)).toEqual(before);
    expect(isSeeding(dataDir)).toBe(false);
    expect(warnings).toEqual([expect.stringContaining('the data stays as it is')]);
  });

  it('that seeding left has what was loaded set aside, and none of it deleted', () => {
    writeFileSync(
      join(dataDir, 'seeding'),
      'The demo city is being loaded into this folder, which was empty before.\n',
    );
    expect(isSeeding(dataDir)).toBe(true);
    clearHalfSeeded(dataDir, log);
    const [aside, ...others] = readdirSync(dataDir).filter((name) => name !== 'instance.lock');
    expect(others).toEqual([]);
    expect(aside).toMatch(/^half-seeded-\d{4}-\d\d-\d\dT/);
    expect(readFileSync(join(dataDir, aside!, 'table.sqlite'), 'utf8')).toBe('the table');
    expect(readFileSync(join(dataDir, aside!, 'media', 'picture.webp'), 'utf8')).toBe('a picture');
    expect(warnings).toEqual([expect.stringContaining(aside!)]);
  });
});
