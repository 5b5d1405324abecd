/** What the operator's commands share: the table they work on, who acts, and how they end. */
import { userInfo } from 'node:os';
import { resolve } from 'node:path';
import type { Db } from '@hanoi/core/db/client';
import type { Ctx } from '@hanoi/core/shared/context';
import { createLog, type Log } from '@hanoi/engine/log';
import { writePrivately } from '@hanoi/engine/private-folder';
import { readConfig } from '@hanoi/local/config';
import { type OpenTable, openTable } from './open-table.ts';

/** What is wrong with the command line or with what it works on, in a sentence for the operator. */
export class UsageError extends Error {
  override name = 'UsageError';
}

export type Tools = {
  /** The data folder the command is about. */
  dataDir: string;
  log: Log;
  say(text: string): void;
  /** Opens the table; it is closed when the command ends. */
  open(): Promise<OpenTable>;
};

const root = resolve(import.meta.dirname, '../../..');

/** Runs a command to its end, with one clear sentence and an exit code of 2 when it was called wrongly. */
export async function runCommand(command: (tools: Tools) => Promise<void>): Promise<void> {
  let table: OpenTable | undefined;
  const log = createLog();
  const { dataDir } = readConfig(root);
  // Backups and reports hold what the data folder holds.
  writePrivately();
  try {
    await command({
      dataDir,
      log,
      say: (text) => void process.stdout.write(text),
      async open() {
        table = await openTable({ dataDir, log });
        return table;
      },
    });
    await table?.projected();
  } catch (error) {
    const isUsage = error instanceof UsageError || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
    if (!isUsage) throw error;
    process.stderr.write(`${(error as Error).message}\n`);
    process.exitCode = 2;
  } finally {
    await table?.close();
  }
}

/** The context of a command: the system, named after the command and the operator's login. */
export function operatorContext(db: Db, command: string): Ctx {
  return {
    actor: { kind: 'system', name: `${command} by ${userInfo().username}` },
    now: () => new Date(),
    db,
    log: console,
    requestId: command,
  };
}
