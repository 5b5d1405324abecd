/** The embedded engine: dynoxide, one native program over one SQLite file. */
import { existsSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { CreateTableCommand } from '@aws-sdk/client-dynamodb';
import { type EngineChild, startChild } from './child.ts';
import { createClient } from './client.ts';
import { applyCures, positionTable } from './cures.ts';
import type { Engine } from './engine.ts';
import { FolderFault } from './folder-fault.ts';
import { findHiddenPlace, type Place } from './hidden-place.ts';
import type { FolderLock } from './lock.ts';
import type { Log } from './log.ts';
import type { Unread } from './unread.ts';

/** The path of the engine's program, or undefined when it is not installed for this platform. */
export function findDynoxide(): string | undefined {
  try {
    return createRequire(import.meta.url).resolve(`@dynoxide/${process.platform}-${process.arch}/dynoxide`);
  } catch {
    return undefined;
  }
}

type DynoxideOptions = {
  command: string;
  dataDir: string;
  lock: FolderLock;
  log: Log;
  unread?: Unread | undefined;
  writtenAfterTable?: string | undefined;
};

/** Starts the engine on `dataDir`, with the workarounds for its known faults, and restarts it if it ends before `stop`. */
export async function startDynoxide(options: DynoxideOptions): Promise<Engine> {
  const { command, dataDir, lock, log, unread, writtenAfterTable } = options;
  const file = join(dataDir, 'table.sqlite');
  if (existsSync(file)) applyCures(file, unread);
  else {
    if (writtenAfterTable && existsSync(join(dataDir, writtenAfterTable))) throw lost(file);
    await createFile(command, file, unread);
  }
  let { child, place } = await startHidden(command, file);
  if (!place.isHidden) {
    log.warn(
      'This system has no loopback address but 127.0.0.1, so web pages open in a browser on this machine could search the ' +
        "ports of the database engine. Don't browse the web on it while the site holds real data.",
    );
  }
  const endpoint = endpointOf(place);
  let stopping = false;

  const watch = async () => {
    lock.noteEngine(child.identity, endpoint);
    const lastWords = await child.gone;
    if (stopping) return;
    // Clients retry, so they hardly notice an engine that is back in the same place within a second.
    log.error('The database engine ended by itself; starting it again.', lastWords);
    for (let wait = 50; !stopping; wait = Math.min(wait * 2, 5000)) {
      try {
        child = await serve(command, file, place);
        if (stopping) await child.end();
        else void watch();
        return;
      } catch (error) {
        log.error('The database engine did not come back.', error);
        await new Promise((resolve) => setTimeout(resolve, wait));
      }
    }
  };
  void watch();

  return {
    kind: 'dynoxide',
    endpoint,
    async stop() {
      stopping = true;
      await child.end();
    },
  };
}

/** The very first start: the engine creates its file, and the table that trimming needs; all or nothing. */
async function createFile(command: string, file: string, unread: Unread | undefined): Promise<void> {
  const draft = `${file}.new`;
  for (const suffix of ['', '-wal', '-shm']) rmSync(draft + suffix, { force: true });
  const { child, place } = await startHidden(command, draft);
  const client = createClient(endpointOf(place));
  try {
    await client.send(
      new CreateTableCommand({
        TableName: positionTable,
        BillingMode: 'PAY_PER_REQUEST',
        AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
        KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
      }),
    );
  } finally {
    client.destroy();
    await child.end();
  }
  applyCures(draft, unread);
  renameSync(draft, file);
}

/** A new table in its place would look like a site on which nobody ever wrote. */
function lost(file: string): FolderFault {
  return new FolderFault(
    `The table ${file} is missing, though its folder was in use. Put it back, or restore the last backup into a new folder: ` +
      'see "Backup and restore" in docs/operations.md. To begin with an empty site, set DATA_DIR to an empty folder.',
  );
}

type Hidden = { child: EngineChild; place: Place & { isHidden: boolean } };

async function startHidden(command: string, file: string): Promise<Hidden> {
  for (let attempt = 1; ; attempt++) {
    const place = await findHiddenPlace();
    try {
      return { child: await serve(command, file, place), place };
    } catch (error) {
      // Another program may have taken the port meanwhile.
      if (attempt === 3) throw error;
    }
  }
}

function serve(command: string, file: string, { host, port }: Place): Promise<EngineChild> {
  const args = ['serve', '--host', host, '--port', String(port), '--db-path', file];
  return startChild({ command, args, readyText: 'listening' });
}

function endpointOf({ host, port }: Place): string {
  return `http://${host}:${port}`;
}
