/** The drill: is what would be restored what there was? */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Db, documentClient, patience } from '@hanoi/core/db/client';
import { table } from '@hanoi/core/db/table';
import { scanSubjects } from '@hanoi/core/repair/scan';
import { recountSubject } from '@hanoi/core/repair/service';
import { createClient } from '@hanoi/engine/client';
import type { Log } from '@hanoi/engine/log';
import { ensureTable } from '@hanoi/engine/table';
import { siteTable, startSiteEngine } from '@hanoi/local/site-engine';
import { type Comparison, compareWithExport } from '../backup/compare.ts';
import { exportTable } from '../backup/export.ts';
import { restoreTable } from '../backup/restore.ts';
import { operatorContext } from '../command.ts';

export type Drill = Comparison & {
  /** Subjects whose votes were counted, and shards whose tally was another number. */
  recounted: number;
  recountDifferences: number;
  seconds: { export: number; restore: number; compare: number; recount: number };
};

/**
 * Exports the table into `folder`, restores it into a data folder there that knows nothing of the old one, and compares.
 * The table itself is only read.
 */
export async function drill(db: Db, folder: string, log: Log): Promise<Drill> {
  const seconds = { export: 0, restore: 0, compare: 0, recount: 0 };
  const timed = async <T>(name: keyof typeof seconds, work: () => Promise<T>): Promise<T> => {
    const began = performance.now();
    const done = await work();
    seconds[name] = (performance.now() - began) / 1000;
    return done;
  };
  const exported = join(folder, 'export');
  const dataDir = join(folder, 'restored');
  mkdirSync(dataDir, { recursive: true });
  await timed('export', () => exportTable(db, exported));
  const engine = await startSiteEngine({ dataDir, log });
  const client = createClient(engine.endpoint, patience);
  try {
    await ensureTable(client, siteTable, table);
    const restored = { client: documentClient(client), table: siteTable };
    await timed('restore', () => restoreTable(restored, exported));
    const comparison = await timed('compare', () => compareWithExport(restored, exported));
    const recount = await timed('recount', () => recountAll(restored));
    return { ...comparison, ...recount, seconds };
  } finally {
    client.destroy();
    await engine.stop();
  }
}

const forever = new Date(8_640_000_000_000_000);

async function recountAll(db: Db): Promise<{ recounted: number; recountDifferences: number }> {
  const ctx = operatorContext(db, 'drill');
  let recountDifferences = 0;
  const { visited, failed } = await scanSubjects(ctx, { name: 'drill', until: forever }, async (subject) => {
    // Several are counted at a time: the sum is read after the wait, not before it.
    const differences = await recountSubject(ctx, subject);
    recountDifferences += differences.length;
  });
  return { recounted: visited, recountDifferences: recountDifferences + failed };
}
