/** Vitest global setup: one real database engine in a temporary folder for all test files of a project. */
import { mkdtemp, rm, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ifGone } from '@hanoi/engine/gone';
import { silentLog } from '@hanoi/engine/log';
import { startEngine } from '@hanoi/engine/start';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    dynamodbEndpoint: string;
  }
}

const memory = '/dev/shm';
/** Some containers have only 64 MB of it; the tables of a whole run take a third of this. */
const enoughBytes = 1_000_000_000;

/** Where the tables of a run lie: in memory where the system has room there, as each write waits for the disk otherwise. */
async function folderForTables(): Promise<string> {
  const found = await statfs(memory).catch(ifGone);
  return found && found.bavail * found.bsize >= enoughBytes ? memory : tmpdir();
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(await folderForTables(), 'hanoi-test-'));
  const engine = await startEngine({ dataDir, log: silentLog });
  project.provide('dynamodbEndpoint', engine.endpoint);
  return async () => {
    await engine.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}
