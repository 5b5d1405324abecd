/** Writes items as an export of DynamoDB and has the embedded engine make its file of them. */
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { table } from '@hanoi/core/db/table';
import { createClient } from '@hanoi/engine/client';
import { applyCures, positionTable } from '@hanoi/engine/cures';
import { findDynoxide } from '@hanoi/engine/dynoxide';
import { silentLog } from '@hanoi/engine/log';
import { startEngine } from '@hanoi/engine/start';
import { ensureTable } from '@hanoi/engine/table';
import { siteUnread } from '@hanoi/local/site-engine';
import type { Item } from './update-expression.ts';

const itemsPerFile = 50_000;

export type Export = {
  add(items: readonly Item[]): void;
  /** Makes the engine's `file`; resolves to the number of items. */
  finish(file: string): Promise<number>;
};

/** An export of one table below `folder`. */
export function createExport(folder: string, tableName: string): Export {
  const source = join(folder, 'export');
  const data = join(source, tableName, 'data');
  mkdirSync(data, { recursive: true });
  let lines: string[] = [];
  let files = 0;
  let count = 0;
  const flush = () => {
    writeFileSync(join(data, `${files++}.json.gz`), gzipSync(lines.join('\n'), { level: 1 }));
    lines = [];
  };
  return {
    add(items) {
      for (const item of items) lines.push(JSON.stringify({ Item: marshall(item, { removeUndefinedValues: true }) }));
      count += items.length;
      if (lines.length >= itemsPerFile) flush();
    },
    async finish(file) {
      if (lines.length > 0) flush();
      writePosition(source, tableName);
      const schema = join(source, 'schema.json');
      writeFileSync(schema, JSON.stringify(await describeTables(join(source, 'empty'), tableName)));
      const tables = `${tableName},${positionTable}`;
      await runEngine(['import', '--source', source, '--schema', schema, '--tables', tables, '--output', file]);
      rmSync(source, { recursive: true });
      // As after a first start, which writes the import's whole log back into the file.
      applyCures(file, siteUnread);
      return count;
    },
  };
}

/** The place in the stream, which is at its beginning: a table without items would not be imported. */
function writePosition(source: string, tableName: string): void {
  const data = join(source, positionTable, 'data');
  mkdirSync(data, { recursive: true });
  const Item = { pk: { S: tableName }, position: { N: '0' } };
  writeFileSync(join(data, '0.json.gz'), gzipSync(JSON.stringify({ Item })));
}

/** What an engine with nothing in it says of its tables: the import makes the same ones. */
async function describeTables(dataDir: string, tableName: string): Promise<unknown[]> {
  const engine = await startEngine({ dataDir, log: silentLog });
  const client = createClient(engine.endpoint);
  try {
    await ensureTable(client, tableName, table);
    const describe = (name: string) => client.send(new DescribeTableCommand({ TableName: name }));
    return (await Promise.all([tableName, positionTable].map(describe))).map(({ Table }) => ({ Table }));
  } finally {
    client.destroy();
    await engine.stop();
  }
}

function runEngine(args: string[]): Promise<void> {
  const command = findDynoxide();
  if (!command) throw new Error('The bench needs the embedded engine, which is not there for this platform.');
  return new Promise((done, fail) => {
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (chunk) => {
      said = (said + chunk).slice(-2_000);
    });
    child.once('error', fail);
    child.once('exit', (code) => (code === 0 ? done() : fail(new Error(`The import ended with ${code}: ${said}`))));
  });
}
