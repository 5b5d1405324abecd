/** A filled folder is one that a site can be run on. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { createClient } from '@hanoi/engine/client';
import { silentLog } from '@hanoi/engine/log';
import { startEngine } from '@hanoi/engine/start';
import { afterAll, expect, test } from 'vitest';
import { createExport } from './import.ts';

const folder = mkdtempSync(join(tmpdir(), 'import-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('what was exported is in the table, which takes writes', async () => {
  const items = createExport(folder, 'people');
  items.add([{ pk: 'per_1', sk: 'PERSON', name: 'Nguyễn An' }]);
  expect(await items.finish(join(folder, 'table.sqlite'))).toBe(1);
  const engine = await startEngine({ dataDir: folder, log: silentLog });
  const client = createClient(engine.endpoint);
  try {
    const Key = { pk: { S: 'per_1' }, sk: { S: 'PERSON' } };
    const { Item } = await client.send(new GetItemCommand({ TableName: 'people', Key }));
    expect(Item?.name).toEqual({ S: 'Nguyễn An' });
    for (let number = 0; number < 64; number++) {
      const Item = { pk: { S: `per_${number}` }, sk: { S: 'CARD' } };
      await client.send(new PutItemCommand({ TableName: 'people', Item }));
    }
  } finally {
    client.destroy();
    await engine.stop();
  }
});
