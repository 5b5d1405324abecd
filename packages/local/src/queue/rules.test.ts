/** The rules of docs/adr/0017, the same on both sides: the file of one machine, and SQS. Each test has a queue of its own, and they wait together. */
import { setTimeout as sleep } from 'node:timers/promises';
import { silentLog } from '@hanoi/engine/log';
import type { SQSBatchResponse, SQSRecord } from 'aws-lambda';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { type Side, sqliteSide, sqsSide } from './testing-sides.ts';
import type { WorkerQueue } from './worker-queue.ts';
import { startWorkers, type Workers } from './workers.ts';

type Handle = (records: SQSRecord[]) => Promise<SQSBatchResponse | undefined> | undefined;

describe.concurrent.each([
  ['the file of one machine', sqliteSide],
  ['SQS', sqsSide],
])('%s', (_, open) => {
  let side: Side;
  const running: Workers[] = [];
  beforeAll(async () => {
    side = await open();
  });
  afterAll(async () => {
    await Promise.all(running.map((workers) => workers.stop()));
    await side.close();
  });

  let serial = 0;
  /** A queue of the test's own. Hidden messages show again after two seconds, long enough for a busy machine. */
  async function makeQueue(handle: Handle, more: Partial<WorkerQueue> = {}): Promise<WorkerQueue> {
    const queue: WorkerQueue = {
      name: `queue-${serial++}`,
      timeoutSeconds: 5,
      visibilitySeconds: 2,
      batchSize: 10,
      maximumConcurrency: 2,
      maxReceives: 3,
      load: async () => async (event) => (await handle(event.Records)) as SQSBatchResponse,
      ...more,
    };
    await side.createQueue(queue);
    return queue;
  }
  function work(queue: WorkerQueue, by: 0 | 1 = 0): Workers {
    const workers = startWorkers({ source: side.sources[by], queues: [queue], log: silentLog });
    running.push(workers);
    return workers;
  }
  const send = (queue: WorkerQueue, bodies: string[], delaySeconds = 0) =>
    side.port.send(
      queue.name,
      bodies.map((body) => ({ body, delaySeconds })),
    );
  const nothing: Handle = () => undefined;
  const bodiesOf = (records: SQSRecord[]) => records.map(({ body }) => body).sort();

  it('hands messages over as Lambda does, and removes what is finished', async ({ expect }) => {
    const seen: SQSRecord[] = [];
    const queue = await makeQueue((records) => void seen.push(...records));
    await send(queue, ['một', 'hai']);
    work(queue);
    await expect.poll(() => bodiesOf(seen)).toEqual(['hai', 'một']);
    expect(seen[0]).toMatchObject({
      messageId: expect.any(String),
      attributes: { ApproximateReceiveCount: '1', SentTimestamp: expect.stringMatching(/^\d{13}$/) },
      eventSource: 'aws:sqs',
      md5OfBody: expect.stringMatching(/^[0-9a-f]{32}$/),
    });
    await sleep(2_500);
    expect(seen, 'nothing comes again').toHaveLength(2);
  });

  it('hides a received message from others, and shows it again when its time is over', async ({ expect }) => {
    const queue = await makeQueue(nothing);
    await send(queue, ['một']);
    const [first, second] = side.sources;
    const [taken] = await first.receive(queue, 10);
    expect(taken?.attributes.ApproximateReceiveCount).toBe('1');
    expect(await second.receive(queue, 10)).toEqual([]);
    await sleep(2_100);
    const [again] = await second.receive(queue, 10);
    expect(again).toMatchObject({
      messageId: taken!.messageId,
      body: 'một',
      attributes: { ApproximateReceiveCount: '2' },
    });
    await second.remove(queue.name, [again!.receiptHandle]);
    await sleep(2_100);
    expect(await first.receive(queue, 10)).toEqual([]);
  });

  it('gives each message to one of two processes', async ({ expect }) => {
    const seen: string[] = [];
    const queue = await makeQueue(
      async (records) => {
        seen.push(...bodiesOf(records));
        await sleep(5);
        return undefined;
      },
      { batchSize: 3, visibilitySeconds: 30 },
    );
    const bodies = Array.from({ length: 40 }, (_, index) => `m${String(index).padStart(2, '0')}`);
    await send(queue, bodies);
    const [one, other] = [work(queue, 0), work(queue, 1)];
    await expect.poll(() => seen.length).toBe(40);
    await Promise.all([one.idle(), other.idle()]);
    expect(seen.toSorted()).toEqual(bodies);
  });

  it('delays a message', async ({ expect }) => {
    const queue = await makeQueue(nothing);
    await send(queue, ['sau'], 2);
    await send(queue, ['ngay']);
    const [source] = side.sources;
    expect(bodiesOf(await source.receive(queue, 10))).toEqual(['ngay']);
    const seen: string[] = [];
    await expect.poll(async () => seen.push(...bodiesOf(await source.receive(queue, 10))) && seen).toContain('sau');
  });

  it('tries what a batch reports again, and only that', async ({ expect }) => {
    const seen: string[] = [];
    const queue = await makeQueue(async (records) => {
      seen.push(...bodiesOf(records));
      const failed = records.filter(
        ({ body, attributes }) => body === 'hai' && attributes.ApproximateReceiveCount === '1',
      );
      return { batchItemFailures: failed.map(({ messageId }) => ({ itemIdentifier: messageId })) };
    });
    await send(queue, ['một', 'hai', 'ba']);
    work(queue);
    await expect.poll(() => seen.toSorted()).toEqual(['ba', 'hai', 'hai', 'một']);
    await sleep(2_500);
    expect(seen).toHaveLength(4);
  });

  it.for(['thrown', 'reported', 'timed out', 'reported without sense'])(
    'sets a poison message aside (%s), and the rest go on',
    async (way, { expect }) => {
      const seen: string[] = [];
      const queue = await makeQueue(
        async (records) => {
          const poison = records.find(({ body }) => body === 'độc');
          seen.push(...bodiesOf(records));
          if (!poison) return undefined;
          if (way === 'thrown') throw new Error('poison');
          if (way === 'timed out') await sleep(1_500);
          return { batchItemFailures: [{ itemIdentifier: way === 'reported' ? poison.messageId : 'none' }] };
        },
        // Short where it has to run out; elsewhere a busy machine would have what is no poison tried again.
        { maxReceives: 2, batchSize: 1, timeoutSeconds: way === 'timed out' ? 1 : 5 },
      );
      await send(queue, ['một', 'độc', 'hai']);
      work(queue);
      await expect.poll(() => side.countDead(queue.name), { timeout: 10_000 }).toBe(1);
      expect(seen.toSorted()).toEqual(['hai', 'một', 'độc', 'độc']);
    },
  );

  it('runs no more at a time than the queue allows', async ({ expect }) => {
    let now = 0;
    let most = 0;
    let done = 0;
    const full = Promise.withResolvers<void>();
    const queue = await makeQueue(
      async (records) => {
        most = Math.max(most, ++now);
        // The first wait for each other: on a busy machine, one would be done before the third is there.
        if (now === 3) full.resolve();
        await full.promise;
        await sleep(20);
        now--;
        done += records.length;
        return undefined;
      },
      { batchSize: 2, maximumConcurrency: 3, visibilitySeconds: 30 },
    );
    await send(
      queue,
      Array.from({ length: 24 }, (_, index) => `m${index}`),
    );
    work(queue);
    await expect.poll(() => done).toBe(24);
    expect(most).toBe(3);
  });

  it('takes more messages at once than one call of SQS, and one of 256 KB', async ({ expect }) => {
    const large = 'a'.repeat(256 * 1024);
    const queue = await makeQueue(nothing);
    await send(queue, [...Array.from({ length: 23 }, (_, index) => `m${index}`), large, large]);
    const seen: string[] = [];
    const [source] = side.sources;
    for (let records = await source.receive(queue, 10); records.length > 0; ) {
      seen.push(...bodiesOf(records));
      records = await source.receive(queue, 10);
    }
    expect(seen).toHaveLength(25);
    expect(seen.filter((body) => body === large)).toHaveLength(2);
  });
});
