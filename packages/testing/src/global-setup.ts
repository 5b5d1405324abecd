/** Vitest global setup: one real database engine in a temporary folder for all test files of a project. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentLog } from '@hanoi/engine/log';
import { startEngine } from '@hanoi/engine/start';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    dynamodbEndpoint: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'hanoi-test-'));
  const engine = await startEngine({ dataDir, log: silentLog });
  project.provide('dynamodbEndpoint', engine.endpoint);
  return async () => {
    await engine.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}
