/** Keeps two instances from using one data folder: a lock of the operating system, gone with its process. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { endProcess, type ProcessIdentity } from './process-identity.ts';

export type FolderLock = {
  /** Notes the engine, so that the next instance can end it should this one be killed. */
  noteEngine(engine: ProcessIdentity | undefined): void;
  release(): void;
};

type Holder = { pid: number; engine?: ProcessIdentity };

/**
 * Takes the data folder for this process. SQLite's exclusive lock is used because the kernel drops it even on
 * kill -9, so nothing stale is ever left. An engine left over by a killed holder is ended first.
 * Throws when another live process holds the folder.
 */
export async function lockFolder(dataDir: string): Promise<FolderLock> {
  mkdirSync(dataDir, { recursive: true });
  const noteFile = join(dataDir, 'instance.json');
  const lock = new DatabaseSync(join(dataDir, 'instance.lock'));
  try {
    lock.exec('PRAGMA busy_timeout = 300; BEGIN EXCLUSIVE');
  } catch {
    lock.close();
    const holder = readHolder(noteFile)?.pid;
    throw new Error(`The data folder ${dataDir} is in use by another instance${holder ? ` (process ${holder})` : ''}.`);
  }
  const left = readHolder(noteFile)?.engine;
  if (left) await endProcess(left);
  const note = (holder: Holder) => {
    writeFileSync(`${noteFile}.new`, JSON.stringify(holder));
    renameSync(`${noteFile}.new`, noteFile);
  };
  note({ pid: process.pid });
  return {
    noteEngine: (engine) => note({ pid: process.pid, ...(engine && { engine }) }),
    release: () => lock.close(),
  };
}

function readHolder(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}
