/** Prevents two instances from using one data folder: a lock of the operating system, which ends with its process. */
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { causeOf, explained, FolderFault } from './folder-fault.ts';
import { readIfThere } from './gone.ts';
import { endProcess, type ProcessIdentity } from './process-identity.ts';

export type FolderLock = {
  /** Saves where the engine is: commands reach it at its endpoint, and the next instance can end it if this one is killed. */
  noteEngine(engine: ProcessIdentity | undefined, endpoint: string): void;
  release(): void;
};

type Holder = { pid: number; engine?: ProcessIdentity; endpoint?: string };

/** Thrown when another live process holds the folder. */
export class FolderInUse extends Error {
  constructor(dataDir: string, holder: Holder | undefined) {
    super(`The data folder ${dataDir} is in use by another instance${holder ? ` (process ${holder.pid})` : ''}.`);
    this.name = 'FolderInUse';
  }
}

/**
 * Takes the data folder for this process. It uses SQLite's exclusive lock, as the kernel releases it even on kill -9, so no
 * stale lock is left. An engine that a killed process has left running is ended first.
 * @throws FolderInUse when another live process holds the folder; FolderFault when the disk is full, the folder may not
 * be written or the lock is damaged
 */
export async function lockFolder(dataDir: string): Promise<FolderLock> {
  mkdirSync(dataDir, { recursive: true });
  const noteFile = noteFileIn(dataDir);
  const lock = takeLock(dataDir, noteFile);
  const left = readHolder(noteFile)?.engine;
  if (left) await endProcess(left);
  const note = (holder: Holder) => {
    try {
      writeFileSync(`${noteFile}.new`, JSON.stringify(holder), { mode: 0o600 });
      renameSync(`${noteFile}.new`, noteFile);
    } catch (error) {
      throw explained(dataDir, error);
    }
  };
  try {
    note({ pid: process.pid });
  } catch (error) {
    lock.close();
    throw error;
  }
  return {
    noteEngine: (engine, endpoint) => note({ pid: process.pid, ...(engine && { engine }), endpoint }),
    release: () => lock.close(),
  };
}

function takeLock(dataDir: string, noteFile: string): DatabaseSync {
  const file = join(dataDir, lockName);
  let lock: DatabaseSync | undefined;
  try {
    lock = new DatabaseSync(file);
    lock.exec('PRAGMA busy_timeout = 300; BEGIN EXCLUSIVE');
    return lock;
  } catch (error) {
    lock?.close();
    const cause = causeOf(error);
    if (cause === 'held') throw new FolderInUse(dataDir, readHolder(noteFile));
    if (cause !== 'damaged') throw explained(dataDir, error);
    throw new FolderFault(
      `The lock ${file} is damaged (${(error as Error).message}). It holds no data, and nobody holds it: move it away, ` +
        'then start again. If files were damaged by a crash of the machine, look at the others too.',
      { cause: error },
    );
  }
}

/** Whether an instance ever used the folder. */
export function wasUsed(dataDir: string): boolean {
  return existsSync(noteFileIn(dataDir));
}

/** The endpoint of the engine of the instance that holds the folder; undefined while it is starting. */
export function notedEndpoint(dataDir: string): string | undefined {
  return readHolder(noteFileIn(dataDir))?.endpoint;
}

/** The file whose lock is the folder's; there is nothing in it. */
export const lockName = 'instance.lock';

const noteFileIn = (dataDir: string) => join(dataDir, 'instance.json');

/** Nobody, where the note is missing or half a note: it is written again by whoever holds the lock. */
function readHolder(file: string): Holder | undefined {
  const text = readIfThere(file);
  try {
    return text === undefined ? undefined : (JSON.parse(text) as Holder);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
