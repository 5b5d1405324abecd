/** One consumer on one shard: records in order, in batches, with retries, until each is processed or among the dead letters. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '@hanoi/engine/log';
import { compileFilter } from '@hanoi/engine/stream/pattern';
import { sequenceOf } from '@hanoi/engine/stream/record';
import type { DynamoDBRecord } from 'aws-lambda';
import type { Consumer } from './consumer.ts';
import type { DeadLetters } from './dead-letters.ts';
import { invoke } from './invoke.ts';

export type Lane = {
  consumer: string;
  /** Takes records read from the shard; those before the lane's start are skipped. */
  push(records: DynamoDBRecord[]): void;
  backlog(): number;
  /** The last sequence number that was processed. */
  position(): bigint;
  /** Resolves when no record waits and no batch runs. */
  settled(): Promise<void>;
  /** Stops the current wait for a batch to fill. */
  hurry(): void;
  stop(): Promise<void>;
};

export type LaneOptions = {
  consumer: Consumer;
  start: bigint;
  deadLetters: DeadLetters;
  log: Log;
  /** Called after each step forward. */
  onProgress(): void;
  /** Resolves once the database answers; to false if that took waiting. */
  reachable(): Promise<boolean>;
  hurried(): boolean;
  /** Whether there is a burst of writes. */
  inBurst(): boolean;
};

/** A busy lane rests this many times as long as its last batch took, so that requests of people get most of the machine. */
const REST = 4;
/** In a burst a lane rests even if its next batch is full: at most this long, and only with fewer waiting records than this. */
const LONGEST_REST_MS = 2_000;
const RESTED_BACKLOG = 3_000;
const FIRST_BACKOFF_MS = 100;
const LONGEST_BACKOFF_MS = 10_000;

/** Opens a lane, which runs its consumer as records are pushed. */
export function openLane(options: LaneOptions): Lane {
  const { consumer, deadLetters, log } = options;
  const matches = compileFilter(consumer.filter);
  const stopping = new AbortController();
  let queue: DynamoDBRecord[] = [];
  let read = options.start;
  let done = options.start;
  let working: Promise<void> | undefined;
  let filled: (() => void) | undefined;
  let woken: (() => void) | undefined;
  let lastTook = 0;

  const push = (records: DynamoDBRecord[]) => {
    for (const record of records) {
      const sequence = sequenceOf(record);
      if (sequence <= read) continue;
      read = sequence;
      if (matches(record)) queue.push(record);
    }
    if (queue.length >= consumer.batchSize) filled?.();
    begin();
  };

  const begin = () => {
    if (queue.length === 0 || working || stopping.signal.aborted) return;
    working = work().finally(() => {
      working = undefined;
      options.onProgress();
      begin();
    });
  };

  const work = async () => {
    while (queue.length > 0 && !stopping.signal.aborted) {
      await fill();
      const batch = queue.slice(0, consumer.batchSize);
      const began = performance.now();
      await run(batch);
      lastTook = performance.now() - began;
      if (!stopping.signal.aborted) queue = queue.slice(batch.length);
    }
  };

  const fill = async () => {
    if (consumer.windowMs === 0 || options.hurried()) return;
    const resting = options.inBurst() && queue.length < RESTED_BACKLOG;
    if (queue.length >= consumer.batchSize && !resting) return;
    const longest = resting ? LONGEST_REST_MS : consumer.longestWindowMs;
    await new Promise<void>((resolve) => {
      woken = resolve;
      filled = resting ? undefined : resolve;
      setTimeout(resolve, Math.min(Math.max(consumer.windowMs, lastTook * REST), longest));
    });
    woken = filled = undefined;
  };

  /** Runs until each record is processed or a dead letter; returns early only when stopped. */
  const run = async (records: DynamoDBRecord[], firstAttempt = 1): Promise<void> => {
    for (let attempt = firstAttempt; records.length > 0; attempt++) {
      if (stopping.signal.aborted) return;
      const outcome = await invoke(consumer.load, consumer.name, records);
      if (outcome.done > 0) {
        advance(records[outcome.done - 1]);
        records = records.slice(outcome.done);
        attempt = 1;
      }
      if (records.length === 0) return;
      log.debug(`${consumer.name} failed, attempt ${attempt}`, outcome.error);
      await pause(Math.min(FIRST_BACKOFF_MS * 2 ** (attempt - firstAttempt), LONGEST_BACKOFF_MS));
      // While the database is away a failure says nothing about the record, so those tries do not count.
      if (!(await options.reachable())) attempt = 0;
      if (attempt < consumer.maxAttempts) continue;
      if (records.length > 1 && !outcome.named) {
        const middle = Math.ceil(records.length / 2);
        await run(records.slice(0, middle), consumer.maxAttempts);
        return run(records.slice(middle), consumer.maxAttempts);
      }
      if (await addDeadLetter(records[0]!, outcome.error)) records = records.slice(1);
      attempt = 0;
    }
  };

  const addDeadLetter = async (record: DynamoDBRecord, error: unknown): Promise<boolean> => {
    if (stopping.signal.aborted) return false;
    log.error(`${consumer.name} cannot process a record, which is moved to the dead letters.`, error);
    try {
      await deadLetters.add({ consumer: consumer.name, at: new Date().toISOString(), error: String(error), record });
      advance(record);
      return true;
    } catch (failure) {
      // No record is skipped without a trace: on a full disk it is tried again instead.
      log.error('The dead letter file cannot be written.', failure);
      return false;
    }
  };

  const advance = (record: DynamoDBRecord | undefined) => {
    if (record) done = sequenceOf(record);
    options.onProgress();
  };

  const pause = (ms: number) =>
    sleep(ms / 2 + (Math.random() * ms) / 2, undefined, { signal: stopping.signal }).catch(() => undefined);

  return {
    consumer: consumer.name,
    push,
    backlog: () => queue.length,
    position: () => (working || queue.length > 0 ? done : read),
    settled: async () => working,
    hurry: () => woken?.(),
    async stop() {
      stopping.abort();
      woken?.();
      await Promise.race([working, sleep(2000, undefined, { ref: false })]);
    },
  };
}
