/** Dead letters of one machine: every one is filed with what it failed with, and sent again from there. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { raiseChallenge } from '@hanoi/core/challenge/service';
import { getDeadLetter, listDeadLetters, retryDeadLetter } from '@hanoi/core/dead-letter/service';
import { listCards } from '@hanoi/core/listing/repo';
import { makeNewChallenge } from '@hanoi/core/testing/challenge';
import { makeCtx, makePerson } from '@hanoi/core/testing/context';
import { useTable } from '@hanoi/core/testing/table';
import { silentLog } from '@hanoi/engine/log';
import { openQueueStore, type QueueStore } from '@hanoi/engine/queue/store';
import { letterSender } from '@hanoi/functions/operations/letter-sender';
import { queues } from '@hanoi/functions/queue/catalogue';
import { useQueues } from '@hanoi/functions/queue/port-in-force';
import { useStream } from '@hanoi/functions/testing/stream';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { deadLetterFile, fileDeadLetters } from './file-dead-letters.ts';
import { openDeadLetters } from './pump/dead-letters.ts';
import { startWorkers } from './queue/workers.ts';

const table = useTable();
const stream = useStream(table);
const system = makeCtx(table, { kind: 'system', name: 'test' });
let folder: string;
let store: QueueStore;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dead-letters-'));
  store = openQueueStore({ file: join(folder, 'queue.sqlite'), log: silentLog });
  useQueues(store);
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

const run = () => fileDeadLetters(system, { store, file: deadLetterFile(folder) }, silentLog);
const letters = async () => (await listDeadLetters(system, { state: 'open', limit: 100 })).items;

it('a message that failed in all its tries is filed with its error, and goes back on its queue', async () => {
  const body = JSON.stringify({ requestId: 'r', message: { person: 'nobody' } });
  await store.send('rename', [{ body, delaySeconds: 0 }]);
  const rename = queues.find(({ name }) => name === 'rename')!;
  const impatient = { ...rename, visibilitySeconds: 0, maxReceives: 2 };
  const workers = startWorkers({ source: store, queues: [impatient], log: silentLog });
  const countDead = () => {
    workers.wake('rename');
    return store.countDead('rename');
  };
  await expect.poll(countDead).toBe(1);
  await workers.stop();
  expect(await run()).toEqual({ filed: 1 });
  expect(store.countDead('rename')).toBe(0);
  const [letter] = await letters();
  expect(letter).toMatchObject({ source: 'rename', tries: 2, fault: { name: 'ZodError' } });
  expect(await getDeadLetter(system, letter!.id)).toMatchObject({ body });
  expect(await run()).toEqual({ filed: 0 });
  await retryDeadLetter(system, letterSender, letter!.id);
  expect(await store.receive({ ...impatient, maxReceives: 9 }, 1)).toMatchObject([{ body }]);
  expect(await letters()).toEqual([]);
});

/** A challenge that no list has heard of, and the record of its card. */
async function unlisted() {
  await stream.take();
  const ctx = makeCtx(table, await makePerson(table));
  const { id } = await raiseChallenge(ctx, makeNewChallenge());
  const keysOf = (key: string, { dynamodb }: { dynamodb?: { Keys?: Record<string, { S?: string }> } }) =>
    dynamodb?.Keys?.[key]?.S;
  const record = (await stream.take()).find((one) => keysOf('pk', one) === id && keysOf('sk', one) === 'CARD')!;
  const isListed = async () =>
    (await listCards(ctx, { list: 'challenges', sort: 'new', limit: 100 })).items.some((card) => card.id === id);
  return { id, record, isListed };
}

it('a record of the stream is filed with its keys alone to see, and reaches its consumers', async () => {
  const { id, record, isListed } = await unlisted();
  const file = deadLetterFile(folder);
  const at = '2026-11-29T01:00:00.000Z';
  await openDeadLetters(file).add({ consumer: 'now', at, error: 'Error: reported as failed', record });
  expect(await run()).toEqual({ filed: 1 });
  expect(readdirSync(folder).filter((name) => name.startsWith('dlq'))).toEqual([]);
  const [letter] = await letters();
  expect(letter).toMatchObject({ source: 'streams', failedAt: at, canRetry: true });
  const { body } = await getDeadLetter(system, letter!.id);
  expect(JSON.parse(body)).toEqual({ reader: 'now', event: 'INSERT', keys: { pk: id, sk: 'CARD' } });
  expect(await isListed()).toBe(false);
  await retryDeadLetter(system, letterSender, letter!.id);
  expect(await isListed()).toBe(true);
  expect(await letters()).toEqual([]);
});

it('one that fails again stays with its error', async () => {
  const { record } = await unlisted();
  const file = deadLetterFile(folder);
  await openDeadLetters(file).add({ consumer: 'abolished', at: '2026-11-29T02:00:00Z', error: 'Error: no', record });
  await run();
  const [letter] = await letters();
  expect(letter!.fault).toEqual({ name: 'string', message: 'Error: no' });
  await expect(retryDeadLetter(system, letterSender, letter!.id)).rejects.toMatchObject({ code: 'letter_fails_again' });
  const message = 'There is no reader or consumer abolished any more.';
  expect((await letters())[0]!.fault).toEqual({ name: 'Error', message });
});

it('what an interrupted run had taken is filed, once, and half a line stops nothing', async () => {
  const before = (await letters()).length;
  const { record } = await unlisted();
  const file = deadLetterFile(folder);
  const letter = { consumer: 'now', at: '2026-11-29T03:00:00Z', error: 'Error: no', record };
  await openDeadLetters(file).add(letter);
  writeFileSync(`${file}.taken-1-1`, `${JSON.stringify(letter)}\n{"consumer":"li`);
  expect(await run()).toEqual({ filed: 2 });
  expect((await letters()).length).toBe(before + 1);
  expect(readdirSync(folder).filter((name) => name.startsWith('dlq'))).toEqual([]);
});

it('one that cannot be filed stays where it is', async () => {
  const { record } = await unlisted();
  const file = deadLetterFile(folder);
  await openDeadLetters(file).add({ consumer: 'now', at: '2026-11-29T04:00:00Z', error: 'no', record });
  const person = makeCtx(table, await makePerson(table));
  await expect(fileDeadLetters(person, { store, file }, silentLog)).rejects.toThrow('not_allowed');
  expect(await run()).toEqual({ filed: 1 });
});
