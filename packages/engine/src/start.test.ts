/** The engine loses nothing that was acknowledged, never outlives its parent, and has its folder for itself. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { BatchGetItemCommand, type DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createClient } from './client.ts';
import { positionTable } from './cures.ts';
import type { Engine } from './engine.ts';
import { silentLog } from './log.ts';
import { createPositionNote } from './position.ts';
import { identify, isRunning, type ProcessIdentity } from './process-identity.ts';
import { startEngine } from './start.ts';
import { ensureTable } from './table.ts';
import { plainTable } from './testing-table.ts';

let dataDir: string;
const engines: Engine[] = [];
const writers: ChildProcess[] = [];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'engine-'));
});
afterEach(async () => {
  for (const writer of writers.splice(0)) writer.kill('SIGKILL');
  await Promise.all(engines.splice(0).map((engine) => engine.stop()));
  rmSync(dataDir, { recursive: true, force: true });
});

async function start(): Promise<{ engine: Engine; client: DynamoDBClient }> {
  const engine = await startEngine({ dataDir, log: silentLog });
  engines.push(engine);
  return { engine, client: createClient(engine.endpoint) };
}

const notedEngine = () =>
  (JSON.parse(readFileSync(join(dataDir, 'instance.json'), 'utf8')) as { engine?: ProcessIdentity }).engine;

/** Starts a writing process, kills it after so many acknowledged writes, and gives these. */
async function writeUntilKilled(count: number, signal: NodeJS.Signals): Promise<string[]> {
  const writer = spawn(process.execPath, [join(import.meta.dirname, 'testing-writer.ts'), dataDir]);
  writers.push(writer);
  let said = '';
  await new Promise<void>((resolve, reject) => {
    writer.stdout.on('data', (chunk) => {
      said += chunk;
      if (said.split('\n').length > count) writer.kill(signal);
    });
    writer.stderr.on('data', (chunk) => reject(new Error(String(chunk))));
    writer.once('close', () => resolve());
  });
  return said.split('\n').slice(1, -1);
}

test('kill -9 of the parent loses no acknowledged write, and the engine dies with it', {
  timeout: 60_000,
}, async () => {
  const acknowledged: string[] = [];
  for (let round = 0; round < 3; round++) {
    acknowledged.push(...(await writeUntilKilled(300, 'SIGKILL')));
    const engine = notedEngine();
    expect(engine).toBeDefined();
    await expect.poll(() => isRunning(engine!)).toBe(false);
  }
  expect(acknowledged.length).toBeGreaterThan(890);
  const { client } = await start();
  const found = new Set<string>();
  for (let i = 0; i < acknowledged.length; i += 100) {
    const Keys = acknowledged.slice(i, i + 100).map((pk) => ({ pk: { S: pk }, sk: { S: 'x' } }));
    const answer = await client.send(new BatchGetItemCommand({ RequestItems: { kept: { Keys } } }));
    for (const item of answer.Responses?.kept ?? []) found.add(item.pk?.S ?? '');
  }
  expect(acknowledged.filter((pk) => !found.has(pk))).toEqual([]);
});

test('a folder in use is refused, a folder left behind is taken over', async () => {
  const { engine } = await start();
  await expect(startEngine({ dataDir, log: silentLog })).rejects.toThrow(`process ${process.pid}`);
  await engine.stop();
  await start();
});

test('an engine that lost its parent and its guard is ended by the next start', async () => {
  // As when the guard was killed too: an engine on the file, noted by an instance that is gone.
  const { engine } = await start();
  const stray = spawn('sleep', ['600'], { detached: true });
  const identity = identify(stray.pid!)!;
  await engine.stop();
  const { writeFileSync } = await import('node:fs');
  writeFileSync(join(dataDir, 'instance.json'), JSON.stringify({ pid: 1, engine: { ...identity, started: '1' } }));
  const other = await start();
  expect(isRunning(identity), 'another process with the same number is left alone').toBe(true);
  await other.engine.stop();
  writeFileSync(join(dataDir, 'instance.json'), JSON.stringify({ pid: 1, engine: identity }));
  await start();
  expect(isRunning(identity)).toBe(false);
});

test('an engine that ends by itself comes back, with everything in it', async () => {
  const { client } = await start();
  await ensureTable(client, 'kept', plainTable);
  await client.send(new PutItemCommand({ TableName: 'kept', Item: { pk: { S: 'a' }, sk: { S: 'x' } } }));
  const before = notedEngine()!;
  process.kill(before.pid, 'SIGKILL');
  await expect.poll(() => notedEngine()?.pid).not.toBe(before.pid);
  const get = new GetItemCommand({ TableName: 'kept', Key: { pk: { S: 'a' }, sk: { S: 'x' } } });
  expect((await client.send(get)).Item).toBeDefined();
});

// Every one of 2,240 writes waits for the disk, which others may keep busy.
test('stream records that were read are trimmed, those to be read are kept', { timeout: 90_000 }, async () => {
  const { engine, client } = await start();
  await ensureTable(client, 'trimmed', plainTable);
  const put = (n: number) => new PutItemCommand({ TableName: 'trimmed', Item: { pk: { S: 'a' }, sk: { S: `${n}` } } });
  const write = async (count: number) => {
    for (let i = 0; i < count; i += 20)
      await Promise.all(Array.from({ length: 20 }, (_, j) => client.send(put(i + j))));
  };
  await write(1600);
  createPositionNote(client, 'trimmed', silentLog)(1500n);
  const note = new GetItemCommand({ TableName: positionTable, Key: { pk: { S: 'trimmed' } } });
  await expect.poll(async () => (await client.send(note)).Item?.position?.N).toBe('1500');
  await write(640);
  await engine.stop();
  const database = new DatabaseSync(join(dataDir, 'table.sqlite'), { readOnly: true });
  const { first, count } = database
    .prepare('SELECT min(CAST(sequence_number AS INTEGER)) AS first, count(*) AS count FROM _stream_records')
    .get() as { first: number; count: number };
  database.close();
  expect(first).toBe(500);
  expect(count).toBe(2240 - 499);
});
