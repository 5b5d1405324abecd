/** Workers start at once, cost nothing while there is nothing to do, and report when all is done. */
import { setTimeout as sleep } from 'node:timers/promises';
import { silentLog } from '@hanoi/engine/log';
import { QueueFileError } from '@hanoi/engine/queue/schema';
import { openQueueStore, type QueueStore } from '@hanoi/engine/queue/store';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { WorkerQueue } from './worker-queue.ts';
import { startWorkers } from './workers.ts';

const message = (body: string, delaySeconds = 0) => ({ body, delaySeconds });

function open(): QueueStore {
  const store = openQueueStore({ file: ':memory:', log: silentLog });
  onTestFinished(() => store.close());
  return store;
}

describe('workers', () => {
  it('read the queue every five seconds while nothing is to be done, and when they are woken', async () => {
    // Nothing wakes them by itself: these timers stand still.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const store = open();
    let looks = 0;
    const source = {
      ...store,
      receive(...asked: Parameters<QueueStore['receive']>) {
        looks++;
        return store.receive(...asked);
      },
    };
    const seen: string[] = [];
    const workers = startWorkers({
      source,
      queues: [workerQueue(async (bodies) => void seen.push(...bodies))],
      log: silentLog,
    });
    store.onSend((queue) => workers.wake(queue));
    await workers.idle();
    const before = looks;
    await vi.advanceTimersByTimeAsync(4_999);
    expect(looks).toBe(before);
    await vi.advanceTimersByTimeAsync(1);
    expect(looks).toBe(before + 1);
    await store.send('rename', [message('một')]);
    await expect.poll(() => seen).toEqual(['một']);
    await workers.stop();
  });

  it('are idle when all that shows is done, what workers send included, and not before', async () => {
    const store = open();
    const done: string[] = [];
    const queue = workerQueue(async (bodies) => {
      await sleep(20);
      done.push(...bodies);
      if (bodies[0] !== 'm5') await store.send('rename', [message(`m${done.length + 1}`)]);
    });
    const workers = startWorkers({ source: store, queues: [queue], log: silentLog });
    store.onSend((name) => workers.wake(name));
    expect(await workers.idle()).toBe(false);
    await store.send('rename', [message('m1'), message('hidden', 900)]);
    expect(await workers.idle()).toBe(true);
    expect(done).toEqual(['m1', 'm2', 'm3', 'm4', 'm5']);
    expect(await workers.idle()).toBe(false);
    await workers.stop();
    await store.send('rename', [message('m6')]);
    await sleep(50);
    expect(done).toHaveLength(5);
  });

  it('rest after each run of what can wait, and do not when somebody waits for all', async () => {
    const store = open();
    const times: { began: number; ended: number }[] = [];
    const queue = workerQueue(async () => {
      const began = performance.now();
      await sleep(20);
      times.push({ began, ended: performance.now() });
    });
    const workers = startWorkers({ source: store, queues: [{ ...queue, canWait: true }], log: silentLog });
    store.onSend((name) => workers.wake(name));
    await store.send(
      'rename',
      Array.from({ length: 12 }, (_, number) => message(`m${number}`)),
    );
    await expect.poll(() => times.length).toBeGreaterThan(3);
    // Never two at once, and four times as long between them as they took; a timer may be a little early.
    for (const [at, { began }] of times.slice(1).entries()) {
      const before = times[at]!;
      expect(began - before.ended).toBeGreaterThan(3 * (before.ended - before.began));
    }
    expect(times.length).toBeLessThan(12);
    await workers.idle();
    expect(times).toHaveLength(12);
    await workers.stop();
  });

  it('read again a queue that could not be read', async () => {
    const store = open();
    await store.send('rename', [message('một')]);
    let broken = true;
    const said: string[] = [];
    const seen: string[] = [];
    const source: QueueStore = {
      ...store,
      receive: async (...asked) => {
        if (broken) throw new QueueFileError('damaged');
        return store.receive(...asked);
      },
    };
    const queue = workerQueue(async (bodies) => void seen.push(...bodies));
    const log = { ...silentLog, error: (text: string) => void said.push(text) };
    const workers = startWorkers({ source, queues: [queue], log });
    await expect.poll(() => said).toEqual([expect.stringContaining('The queue rename cannot be read')]);
    broken = false;
    workers.wake('rename');
    await expect.poll(() => seen).toEqual(['một']);
    await workers.stop();
  });
});

function workerQueue(work: (bodies: string[]) => Promise<void>): WorkerQueue {
  return {
    name: 'rename',
    visibilitySeconds: 180,
    maxReceives: 2,
    timeoutSeconds: 5,
    batchSize: 1,
    maximumConcurrency: 2,
    load: async () => async (event) => {
      await work(event.Records.map(({ body }) => body));
      return { batchItemFailures: [] };
    },
  };
}
