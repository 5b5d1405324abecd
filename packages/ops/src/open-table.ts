/** Opens the table for a command: the deployed one, or that of a data folder, whether its site is running or not. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { connectDb, type Db, documentClient, patience, useDb } from '@hanoi/core/db/client';
import { table } from '@hanoi/core/db/table';
import { releaseJobs } from '@hanoi/core/job/service';
import { createClient, createStreamsClient } from '@hanoi/engine/client';
import { FolderInUse, notedEndpoint } from '@hanoi/engine/lock';
import type { Log } from '@hanoi/engine/log';
import { ensureTable } from '@hanoi/engine/table';
import { systemContext } from '@hanoi/functions/system-context';
import { tableOf } from '@hanoi/local/calls/table-of';
import { startProjections } from '@hanoi/local/projections';
import { clearHalfSeeded, isSeeding } from '@hanoi/local/seed-once';
import { siteTable, startSiteEngine } from '@hanoi/local/site-engine';

export type OpenTable = {
  db: Db;
  /** Where it is, for people: a sentence's object. */
  place: string;
  /** Resolves when everything written has reached the lists; at once where somebody else's pump does that. */
  projected(): Promise<void>;
  close(): Promise<void>;
};

export type OpenOptions = {
  dataDir: string;
  log: Log;
  env?: NodeJS.ProcessEnv;
  /** How long a site that is just starting is waited for, its seeding too. */
  patienceMs?: number;
};

/**
 * Opens the table. With `TABLE_NAME` set it is that one, on AWS with the SDK's own settings and credentials. Else it is
 * the data folder's: through the engine of the site that is running on it, or through one started for the command.
 * Throws with one clear sentence when neither answers.
 */
export async function openTable(options: OpenOptions): Promise<OpenTable> {
  const { dataDir, log, env = process.env } = options;
  if (env.TABLE_NAME) {
    const nothing = async () => undefined;
    return { db: connectDb(), place: `the table ${env.TABLE_NAME}`, projected: nothing, close: nothing };
  }
  try {
    return await openAlone(dataDir, log);
  } catch (error) {
    if (!(error instanceof FolderInUse)) throw error;
    return openBeside(dataDir, error, options.patienceMs ?? 60_000);
  }
}

/** Nobody uses the folder: an engine for as long as the command runs, and the pump, so that the next start need not catch up. */
async function openAlone(dataDir: string, log: Log): Promise<OpenTable> {
  const engine = await startSiteEngine({ dataDir, log, prepare: () => clearHalfSeeded(dataDir, log) });
  const client = createClient(engine.endpoint, patience);
  const streamsClient = createStreamsClient(engine.endpoint);
  try {
    await ensureTable(client, siteTable, table);
    // The consumers run in this process, and take the table from here.
    useDb(tableOf(engine, client, siteTable));
    process.env.TABLE_NAME = siteTable;
    process.env.POWERTOOLS_LOG_LEVEL ??= 'WARN';
    // Nobody else has the folder.
    await releaseJobs(systemContext('command'));
    const options = { client, streamsClient, tableName: siteTable, dataDir, engineKind: engine.kind, log };
    const pump = await startProjections(options);
    return {
      db: connectDb(),
      place: `the data folder ${dataDir}`,
      projected: () => pump.idle(),
      async close() {
        await pump.stop();
        await engine.stop();
        delete process.env.TABLE_NAME;
        client.destroy();
        streamsClient.destroy();
      },
    };
  } catch (error) {
    await engine.stop();
    throw error;
  }
}

/** The site is running: the command uses its engine, and its pump projects what the command writes. */
async function openBeside(dataDir: string, inUse: FolderInUse, patienceMs: number): Promise<OpenTable> {
  const deadline = Date.now() + patienceMs;
  for (; Date.now() < deadline; await sleep(100)) {
    const endpoint = notedEndpoint(dataDir);
    // Somebody who can write this file could name any machine, so only addresses of this one are accepted.
    if (!endpoint || !isLoopback(endpoint) || isSeeding(dataDir)) continue;
    const client = createClient(endpoint, patience);
    if (await hasTable(client)) {
      return {
        db: { client: documentClient(client), table: siteTable },
        place: `the running site of ${dataDir}`,
        projected: async () => undefined,
        close: async () => client.destroy(),
      };
    }
    client.destroy();
  }
  throw new Error(`${inUse.message} It does not say where its engine is: stop it and try again.`);
}

function isLoopback(endpoint: string): boolean {
  const host = URL.canParse(endpoint) ? new URL(endpoint).hostname : '';
  return host === 'localhost' || host === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

function hasTable(client: DynamoDBClient): Promise<boolean> {
  return client.send(new ListTablesCommand({})).then(
    ({ TableNames }) => TableNames?.includes(siteTable) ?? false,
    () => false,
  );
}
