/** Prevents two instances from using one data folder: a lock of the operating system, which ends with its process. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
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
 * Throws FolderInUse when another live process holds the folder.
 */
export async function lockFolder(dataDir: string): Promise<FolderLock> {
  mkdirSync(dataDir, { recursive: true });
  const noteFile = noteFileIn(dataDir);
  const lock = new DatabaseSync(join(dataDir, lockName));
  try {
    lock.exec('PRAGMA busy_timeout = 300; BEGIN EXCLUSIVE');
  } catch {
    lock.close();
    throw new FolderInUse(dataDir, readHolder(noteFile));
  }
  const left = readHolder(noteFile)?.engine;
  if (left) await endProcess(left);
  const note = (holder: Holder) => {
    writeFileSync(`${noteFile}.new`, JSON.stringify(holder), { mode: 0o600 });
    renameSync(`${noteFile}.new`, noteFile);
  };
  note({ pid: process.pid });
  return {
    noteEngine: (engine, endpoint) => note({ pid: process.pid, ...(engine && { engine }), endpoint }),
    release: () => lock.close(),
  };
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

function readHolder(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}
