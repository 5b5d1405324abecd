/** The stream pump: reads the table's stream once and passes its records to every consumer, as Lambda's mappings would. */
import { setTimeout as sleep } from 'node:timers/promises';
import {
  DescribeStreamCommand,
  type DynamoDBStreamsClient,
  ListStreamsCommand,
  type Shard,
} from '@aws-sdk/client-dynamodb-streams';
import type { Log } from '@hanoi/engine/log';
import { openShard, type ShardReader } from '@hanoi/engine/stream/shard';
import { FINISHED, openCheckpoint, type Positions, slowestOf } from './checkpoint.ts';
import type { Consumer } from './consumer.ts';
import { openDeadLetters } from './dead-letters.ts';
import { type Lane, openLane } from './lane.ts';
import { createPace } from './pace.ts';

export type PumpOptions = {
  streamsClient: DynamoDBStreamsClient;
  tableName: string;
  consumers: readonly Consumer[];
  checkpointFile: string;
  deadLetterFile: string;
  log: Log;
  /** Whether the engine numbers its records without gaps (the embedded one does). */
  contiguous?: boolean;
  /** Whether there is a burst of writes: then consumers rest more. */
  inBurst?: () => boolean;
  /** Called after each step forward of a consumer. */
  onApplied?: () => void;
  /** Called when the pump lost records: everything must be projected again. */
  onGap?: () => void;
  /** Called after the checkpoint is on disk, with the number up to which every consumer has processed the stream. */
  onSaved?: (position: bigint) => void;
};

export type Pump = {
  /** Reports that something was written, so that the stream is read soon. */
  nudge(): void;
  /** Resolves when everything written before the call, and everything that consumers wrote because of it, has been applied. */
  idle(): Promise<void>;
  stop(): Promise<void>;
};

const SAVE_EVERY_MS = 100;
/** Reading pauses while a consumer is this far behind, which bounds memory. */
const LONGEST_BACKLOG = 10_000;

type OpenShard = { id: string; reader: ShardReader; lanes: Lane[] };

/** Starts pumping from the checkpoint. */
export async function startPump(options: PumpOptions): Promise<Pump> {
  const { streamsClient: client, log, consumers } = options;
  const listed = await client.send(new ListStreamsCommand({ TableName: options.tableName }));
  const streamArn = listed.Streams?.[0]?.StreamArn;
  if (!streamArn) throw new Error(`The table ${options.tableName} has no stream.`);
  const checkpoint = openCheckpoint(options.checkpointFile, streamArn);
  const { saved } = checkpoint;
  const positions: Positions = Object.fromEntries(
    consumers.map(({ name, formerly = [] }) => [name, saved[name] ?? slowestOf(saved, formerly)]),
  );
  const deadLetters = openDeadLetters(options.deadLetterFile);
  const pace = createPace();
  const shards = new Map<string, OpenShard>();
  let stopped = false;
  let hurried = 0;
  let activity = 0;
  let waiting: ((empty: boolean) => void)[] = [];
  let saveTimer: NodeJS.Timeout | undefined;

  const save = () => {
    saveTimer = undefined;
    for (const shard of shards.values()) {
      for (const lane of shard.lanes) positions[lane.consumer]![shard.id] = String(lane.position());
    }
    try {
      checkpoint.save(positions);
    } catch (error) {
      // The records come again after a restart; consumers are idempotent.
      log.error('The pump cannot save its position.', error);
      return;
    }
    const all = [...shards.values()].flatMap((shard) => shard.lanes.map((lane) => lane.position()));
    if (all.length > 0) options.onSaved?.(all.reduce((least, one) => (one < least ? one : least)));
  };

  const onProgress = () => {
    activity++;
    options.onApplied?.();
    saveTimer ??= setTimeout(save, SAVE_EVERY_MS);
  };

  const onGap = (reason: string) => {
    log.error(`The stream has a gap: ${reason}. Everything is projected again.`);
    options.onGap?.();
  };

  const reachable = async () => {
    for (let first = true; !stopped; first = false) {
      const answered = await client.send(new ListStreamsCommand({ TableName: options.tableName })).then(
        () => true,
        () => false,
      );
      if (answered) return first;
      await sleep(200);
    }
    return false;
  };

  const open = (id: string): OpenShard => {
    const start = (consumer: Consumer) => BigInt(positions[consumer.name]?.[id] ?? 0);
    const least = consumers.map(start).reduce((a, b) => (a < b ? a : b));
    const makeLane = (consumer: Consumer, from: bigint) =>
      openLane({
        consumer,
        start: from,
        deadLetters,
        log,
        onProgress,
        reachable,
        hurried: () => hurried > 0,
        inBurst: options.inBurst ?? (() => false),
      });
    const shard: OpenShard = {
      id,
      lanes: consumers.map((consumer) => makeLane(consumer, start(consumer))),
      reader: openShard({
        client,
        streamArn,
        shardId: id,
        start: least,
        contiguous: options.contiguous ?? false,
        onGap(reason, isNew) {
          onGap(reason);
          // The old lanes would take the new, lower numbers for records they have seen.
          if (isNew) shard.lanes = consumers.map((consumer) => makeLane(consumer, 0n));
        },
      }),
    };
    return shard;
  };

  /** Opens the shards whose parents are finished, so that each key's records stay in order. */
  const openShards = async () => {
    const found: Shard[] = [];
    let from: string | undefined;
    do {
      const command = new DescribeStreamCommand({ StreamArn: streamArn, ExclusiveStartShardId: from });
      const { StreamDescription } = await client.send(command);
      found.push(...(StreamDescription?.Shards ?? []));
      from = StreamDescription?.LastEvaluatedShardId;
    } while (from);
    const ids = new Set(found.map((shard) => shard.ShardId));
    const isFinished = (id: string) => consumers.every(({ name }) => positions[name]?.[id] === FINISHED);
    for (const { ShardId: id = '', ParentShardId: parent } of found) {
      if (shards.has(id) || isFinished(id)) continue;
      if (!parent || !ids.has(parent) || isFinished(parent)) shards.set(id, open(id));
    }
  };

  const finish = async (shard: OpenShard) => {
    await Promise.all(shard.lanes.map((lane) => lane.settled()));
    shards.delete(shard.id);
    for (const { name } of consumers) positions[name]![shard.id] = FINISHED;
    save();
  };

  /** Reads every open shard once; resolves to the number of records found. */
  const look = async (): Promise<number> => {
    if (shards.size === 0) await openShards();
    let count = 0;
    for (const shard of shards.values()) {
      if (shard.lanes.some((lane) => lane.backlog() > LONGEST_BACKLOG)) {
        await sleep(20);
        count++;
        continue;
      }
      const { records, ended } = await shard.reader.next();
      count += records.length;
      if (records.length > 0) {
        activity++;
        for (const lane of shard.lanes) lane.push(records);
        saveTimer ??= setTimeout(save, SAVE_EVERY_MS);
      }
      if (ended) {
        await finish(shard);
        await openShards();
        count++;
      }
    }
    return count;
  };

  const loop = async () => {
    while (!stopped) {
      const asked = waiting;
      waiting = [];
      let count = 1;
      try {
        count = consumers.length === 0 ? 0 : await look();
      } catch (error) {
        if (!stopped) log.debug('The stream cannot be read just now.', error);
        await sleep(200);
      }
      for (const answer of asked) answer(count === 0);
      if (!stopped && !(hurried > 0 && waiting.length > 0)) await pace.rest(count);
    }
  };
  const running = loop();

  const emptyLook = () =>
    new Promise<boolean>((resolve) => {
      waiting.push(resolve);
      pace.wake();
    });
  const allSettled = async () => {
    for (const shard of shards.values()) for (const lane of shard.lanes) lane.hurry();
    await Promise.all([...shards.values()].flatMap((shard) => shard.lanes.map((lane) => lane.settled())));
  };

  return {
    nudge: () => pace.nudge(),
    async idle() {
      hurried++;
      try {
        for (let calm = 0; calm < 2 && !stopped; ) {
          await allSettled();
          const before = activity;
          const empty = await emptyLook();
          await allSettled();
          calm = empty && activity === before ? calm + 1 : 0;
        }
      } finally {
        hurried--;
      }
    },
    async stop() {
      if (stopped) return;
      stopped = true;
      pace.wake();
      for (const answer of waiting) answer(false);
      await Promise.race([running, sleep(1000, undefined, { ref: false })]);
      await Promise.all([...shards.values()].flatMap((shard) => shard.lanes.map((lane) => lane.stop())));
      clearTimeout(saveTimer);
      save();
    },
  };
}
