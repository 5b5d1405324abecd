/** Puts the items of an export into a table. */
import { setTimeout as sleep } from 'node:timers/promises';
import { BatchWriteItemCommand, type BatchWriteItemCommandOutput, ScanCommand } from '@aws-sdk/client-dynamodb';
import type { Db } from '@hanoi/core/db/client';
import { UsageError } from '../command.ts';
import { type RawItem, readExport } from './export.ts';

/** What one call takes, and how many calls go side by side. */
const together = 25;
const width = 4;
const maxTries = 10;

/**
 * Puts every item of the export in `folder` into the table, which must be empty, unless an earlier restoration is to be
 * finished (`over`). Returns how many. Throws UsageError.
 */
export async function restoreTable(db: Db, folder: string, { over = false } = {}): Promise<number> {
  const command = new ScanCommand({ TableName: db.table, Limit: 1, Select: 'COUNT' });
  const { Count } = (await db.client.send(command as never)) as { Count?: number };
  if (Count && !over) throw new UsageError(`The table is not empty. Nothing was restored.`);
  let count = 0;
  let waiting: RawItem[] = [];
  const flush = async () => {
    const starts = Array.from({ length: Math.ceil(waiting.length / together) }, (_, part) => part * together);
    await Promise.all(starts.map((at) => putSome(db, waiting.slice(at, at + together))));
    count += waiting.length;
    waiting = [];
  };
  for await (const item of readExport(folder)) if (waiting.push(item) === together * width) await flush();
  if (waiting.length > 0) await flush();
  return count;
}

async function putSome(db: Db, items: readonly RawItem[]): Promise<void> {
  let requests: BatchWriteItemCommandOutput['UnprocessedItems'] = {
    [db.table]: items.map((Item) => ({ PutRequest: { Item } })),
  };
  for (let attempt = 1; requests?.[db.table]?.length; attempt++) {
    if (attempt > maxTries) throw new Error('The table is throttling. Restore with --over to continue.');
    if (attempt > 1) await sleep(Math.random() * 50 * 2 ** attempt);
    const command = new BatchWriteItemCommand({ RequestItems: requests });
    ({ UnprocessedItems: requests } = (await db.client.send(command as never)) as BatchWriteItemCommandOutput);
  }
}
