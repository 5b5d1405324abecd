/** All items of a table in a folder, as DynamoDB's own export to S3 writes them: gzipped lines of `{"Item":…}`. */
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { type AttributeValue, ScanCommand } from '@aws-sdk/client-dynamodb';
import type { Db } from '@hanoi/core/db/client';
import { ifGone } from '@hanoi/engine/gone';
import { UsageError } from '../command.ts';

/** An item in DynamoDB's own notation. */
export type RawItem = Record<string, AttributeValue>;

const dataFolder = (folder: string) => join(folder, 'data');

/**
 * Every item of the table, page by page. It is no snapshot: of what is written meanwhile some is in it and some not. On AWS
 * the export of the table itself is one.
 */
export async function* readAll(db: Db): AsyncGenerator<RawItem[]> {
  let from: RawItem | undefined;
  do {
    const command = new ScanCommand({ TableName: db.table, ConsistentRead: true, ExclusiveStartKey: from });
    const page = (await db.client.send(command as never)) as { Items?: RawItem[]; LastEvaluatedKey?: RawItem };
    yield page.Items ?? [];
    from = page.LastEvaluatedKey;
  } while (from);
}

/** Writes every item into `folder`, which must be new or empty. Returns how many. Throws UsageError. */
export async function exportTable(db: Db, folder: string): Promise<number> {
  await mkdir(dataFolder(folder), { recursive: true });
  if ((await readdir(dataFolder(folder))).length > 0) throw new UsageError(`${folder} holds an export already.`);
  // Only if it is not there: another export may have begun since we looked.
  const file = await open(join(dataFolder(folder), 'all.json.gz'), 'wx');
  let count = 0;
  const zip = createGzip();
  const written = pipeline(zip, file.createWriteStream());
  for await (const items of readAll(db)) {
    count += items.length;
    const lines = items.map((item) => `${lineOf(item)}\n`).join('');
    if (!zip.write(lines)) await once(zip, 'drain');
  }
  zip.end();
  await written;
  return count;
}

/** Every item of an export, ours or that of DynamoDB (format DYNAMODB_JSON). Throws UsageError where there is none. */
export async function* readExport(folder: string): AsyncGenerator<RawItem> {
  const names = await readdir(dataFolder(folder)).catch(ifGone);
  const files = names?.filter((name) => name.endsWith('.json.gz')) ?? [];
  if (files.length === 0) throw new UsageError(`${dataFolder(folder)} holds no .json.gz.`);
  for (const name of files.sort()) {
    const unzipped = createReadStream(join(dataFolder(folder), name)).pipe(createGunzip());
    for await (const line of createInterface({ input: unzipped })) if (line) yield itemOf(line);
  }
}

/** Bytes travel in base64. */
function lineOf(Item: RawItem): string {
  return JSON.stringify({ Item }, (_, value) => {
    const isBytes = value?.type === 'Buffer' || value instanceof Uint8Array;
    return isBytes ? Buffer.from(value.data ?? value).toString('base64') : value;
  });
}

function itemOf(line: string): RawItem {
  return JSON.parse(line, (name, value) => {
    if (name === 'B' && typeof value === 'string') return Buffer.from(value, 'base64');
    if (name === 'BS') return value.map((bytes: string) => Buffer.from(bytes, 'base64'));
    return value;
  }).Item;
}
