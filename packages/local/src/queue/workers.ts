/**
 * Runs the workers of the queues, as Lambda's event source mappings would: batches, bounded concurrency, finished messages
 * removed. It wakes when this process sends a message and when a hidden one becomes visible.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '@hanoi/engine/log';
import type { MessageSource } from '@hanoi/engine/queue/source';
import { invokeWorker } from './invoke.ts';
import type { WorkerQueue } from './worker-queue.ts';

export type Workers = {
  /** A message was sent to this queue: read it at once. */
  wake(queue: string): void;
  /** Resolves when no message is visible and no worker runs; to true if a worker ran meanwhile. Hidden messages are not waited for. */
  idle(): Promise<boolean>;
  /** Resolves when no worker runs, after two seconds at the latest; unfinished messages become visible again later. */
  stop(): Promise<void>;
};

export type WorkersOptions = {
  source: MessageSource;
  queues: readonly WorkerQueue[];
  log: Log;
  /** Called after each run of a worker. */
  onWorked?: () => void;
};

/** How often to look anyway: a command may put messages into the file from another process, without waking this one. */
const LONGEST_REST_MS = 5_000;
const PATIENCE_MS = 2_000;
/** What nobody waits for rests this many times as long as it worked: people's requests have four fifths of a core and more. */
const RESTS = 4;

/** Starts taking messages. */
export function startWorkers(options: WorkersOptions): Workers {
  const lanes = new Map(options.queues.map((queue) => [queue.name, openLane(queue, options)]));
  const all = [...lanes.values()];
  return {
    wake: (queue) => void lanes.get(queue)?.pull(),
    async idle() {
      let worked = false;
      // A worker may send to any queue, so all must be idle in the same round.
      for (let calm = false; !calm; ) {
        const answers = await Promise.all(all.map((lane) => lane.idle()));
        calm = !answers.includes(true);
        worked ||= !calm;
      }
      return worked;
    },
    async stop() {
      await Promise.race([Promise.all(all.map((lane) => lane.stop())), sleep(PATIENCE_MS, undefined, { ref: false })]);
    },
  };
}

/** One queue: as many runs side by side as it allows. */
function openLane(queue: WorkerQueue, { source, log, onWorked }: WorkersOptions) {
  const mostRuns = queue.canWait ? 1 : queue.maximumConcurrency;
  const running = new Set<Promise<void>>();
  let restsUntil = 0;
  let runs = 0;
  let timer: NodeJS.Timeout | undefined;
  let pulling: Promise<void> | undefined;
  let pullAgain = false;
  let stopped = false;

  const run = async (records: Awaited<ReturnType<MessageSource['receive']>>) => {
    const began = performance.now();
    const finished = await invokeWorker(queue, records, log);
    const ended = performance.now();
    if (queue.canWait) restsUntil = ended + Math.min(RESTS * (ended - began), LONGEST_REST_MS);
    try {
      if (finished.length > 0) await source.remove(queue.name, finished);
    } catch (error) {
      log.error(`Finished messages of the queue ${queue.name} cannot be removed; they will come again.`, error);
    }
  };

  /** Takes batches until the queue is empty or all its workers are busy. */
  const takeAll = async () => {
    while (!stopped && running.size < mostRuns) {
      const records = await source.receive(queue, queue.batchSize);
      if (records.length === 0) return;
      runs++;
      const work = run(records).finally(() => {
        running.delete(work);
        onWorked?.();
        void pull();
      });
      running.add(work);
    }
  };

  const pullIn = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void pull(), Math.max(ms, 1));
    timer.unref();
  };

  /** Reads the queue, after its rest if it is not `hurried`; a call during a read makes it read again. */
  const pull = async (hurried = false): Promise<void> => {
    if (stopped) return;
    const rest = restsUntil - performance.now();
    if (rest > 0 && !hurried) return pullIn(rest);
    pullAgain = true;
    pulling ??= (async () => {
      clearTimeout(timer);
      let rest = LONGEST_REST_MS;
      try {
        while (pullAgain) {
          pullAgain = false;
          await takeAll();
        }
        rest = Math.min(source.showsIn(queue.name) ?? rest, rest);
      } catch (error) {
        log.error(`The queue ${queue.name} cannot be read; trying again in ${rest} ms.`, error);
      }
      pulling = undefined;
      // When all workers are busy, the next one that ends reads again.
      if (!stopped && running.size < mostRuns) {
        pullIn(Math.max(rest, restsUntil - performance.now()));
      }
    })();
    return pulling;
  };

  void pull();
  return {
    pull: () => pull(),
    async idle(): Promise<boolean> {
      const before = runs;
      for (let known = -1; known !== runs && !stopped; ) {
        known = runs;
        await Promise.all(running);
        await pull(true);
        await Promise.all(running);
      }
      return runs !== before;
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await pulling;
      await Promise.all(running);
    },
  };
}
