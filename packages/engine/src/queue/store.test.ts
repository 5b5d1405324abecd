/** The file of the queues keeps its messages, and its errors explain what is wrong with it. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { silentLog } from '../log.ts';
import { QueueFileError } from './schema.ts';
import { openQueueStore, type QueueStore } from './store.ts';

const rules = { name: 'rename', visibilitySeconds: 180, maxReceives: 2 };
const message = (body: string, delaySeconds = 0) => ({ body, delaySeconds });
let folder: string;
let file: string;
let clock: number;
const opened: QueueStore[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'queue-'));
  file = join(folder, 'queue.sqlite');
  clock = 1_000_000;
});
afterEach(() => {
  for (const store of opened.splice(0)) store.close();
  rmSync(folder, { recursive: true });
});

function open(log = silentLog): QueueStore {
  const store = openQueueStore({ file, log, now: () => clock });
  opened.push(store);
  return store;
}
const bodiesIn = async (store: QueueStore) => (await store.receive(rules, 10)).map(({ body }) => body);

describe('messages', () => {
  it('are there in the next process, delayed ones at their time', async () => {
    await open().send('rename', [message('một'), message('sau', 900)]);
    const next = open();
    expect(await bodiesIn(next)).toEqual(['một']);
    clock += 899_999;
    expect(next.showsIn('rename')).toBe(0);
    expect(await bodiesIn(next)).toEqual(['một']);
    clock += 1;
    expect(await bodiesIn(next)).toEqual(['sau']);
  });

  it('of one queue are not received from another', async () => {
    const store = open();
    await store.send('inherit', [message('một')]);
    expect(await bodiesIn(store)).toEqual([]);
    expect(store.showsIn('rename')).toBeUndefined();
  });

  it('that a killed process had received are visible to the next at once, and count as tried', async () => {
    await open().send('rename', [message('một'), message('sau', 900)]);
    await bodiesIn(open());
    const next = open();
    expect(await bodiesIn(next)).toEqual([]);
    next.release();
    const [again] = await next.receive(rules, 10);
    expect(again).toMatchObject({ body: 'một', attributes: { ApproximateReceiveCount: '2' } });
    next.release();
    expect(await bodiesIn(next)).toEqual([]);
    expect(next.countDead('rename')).toBe(1);
  });

  it('are not removed by the receipt of an earlier receive', async () => {
    const store = open();
    await store.send('rename', [message('một')]);
    const [first] = await store.receive(rules, 1);
    clock += 180_000;
    const [second] = await store.receive(rules, 1);
    await store.remove('rename', [first!.receiptHandle]);
    expect(store.showsIn('rename')).toBe(180_000);
    await store.remove('rename', [second!.receiptHandle]);
    expect(store.showsIn('rename')).toBeUndefined();
  });

  it('that become dead letters are logged, and are kept until they are taken away', async () => {
    const said: string[] = [];
    const store = open({ ...silentLog, error: (text) => void said.push(text) });
    await store.send('rename', [message('độc')]);
    for (let receive = 0; receive < 3; receive++) {
      await bodiesIn(store);
      clock += 180_000;
    }
    expect(said).toEqual([expect.stringContaining('A message of the queue rename was not finished in 2 tries')]);
    expect(store.countDead('rename')).toBe(1);
    expect(store.listDead('inherit', 10)).toEqual([]);
    const [dead] = store.listDead('rename', 10);
    expect(dead).toMatchObject({ body: 'độc', sentAt: clock - 540_000, tries: 2, setAsideAt: clock - 180_000 });
    store.removeDead(dead!.id);
    expect(store.listDead('rename', 10)).toEqual([]);
  });
});

describe('a file that cannot be used', () => {
  it('is reported as damaged, with what to do about it', async () => {
    writeFileSync(file, 'no database at all, but long enough to be taken for one'.repeat(100));
    expect(open).toThrow(QueueFileError);
    expect(open).toThrow(/queue\.sqlite is damaged .*Move it away and start again/);
  });

  it('is reported when damaged in its middle too', async () => {
    const store = open();
    const many = Array.from({ length: 500 }, (_, index) => message(`m${index}`.repeat(50)));
    await store.send('rename', many);
    opened.pop()!.close();
    const bytes = readFileSync(file);
    bytes.fill(0x55, 8_192, 20_000);
    writeFileSync(file, bytes);
    expect(open).toThrow(/is damaged/);
  });

  it('is reported as locked', () => {
    open();
    const other = new DatabaseSync(file);
    other.exec('BEGIN EXCLUSIVE');
    expect(open).toThrow(/locked by another process/);
    other.close();
  });

  it('is reported when of a later release', () => {
    const later = new DatabaseSync(file);
    later.exec('PRAGMA user_version = 2');
    later.close();
    expect(open).toThrow(/later release/);
  });
});
