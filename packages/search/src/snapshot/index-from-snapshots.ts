/**
 * The search index of a process that may sleep between two calls and end at any time, as a Lambda does: its replica begins with
 * a snapshot, follows the table when it is asked, and says so while it is not ready.
 */
import type { SearchIndex } from '@hanoi/core/search/port';
import type { Ctx } from '@hanoi/core/shared/context';
import { type Answers, openAnswers } from '../answers.ts';
import { createFollower, type Follower } from '../follow/follower.ts';
import type { Overlap } from '../follow/overlap.ts';
import { createTurns, type Turns } from '../follow/turns.ts';
import { notReady } from '../not-ready.ts';
import { ReplicaUnusable, removeReplica } from '../replica/file.ts';
import { type Opened, openFromSnapshot } from './open.ts';
import type { SnapshotStore } from './store.ts';

export type IndexFromSnapshots = SearchIndex & {
  /** Resolves when it is ready to answer, however long that takes. Throws what the table throws. */
  ready(): Promise<void>;
};

/** What somebody who watches over it is told. */
export type Watcher = {
  opened(from: Opened['from'], tookMs: number): void;
  /** How old the replica was when it was used, or could not be; undefined while it has never been complete. */
  asked(ageMs: number | undefined, wasReady: boolean): void;
};

export type IndexOptions = {
  file: string;
  store: SnapshotStore;
  /** The context to read with; its clock is the machine's. */
  ctx: () => Ctx;
  watcher: Watcher;
  /** How long a call waits for the replica, milliseconds. */
  patience?: number;
  /** An older replica catches up before it answers, milliseconds. */
  oldest?: number;
  overlap?: Overlap;
};

/** A catch-up begins at the earliest so long after the one before, milliseconds. */
const between = 250;

type Running = Opened & { answers: Answers; follower: Follower; turns: Turns };

/** Nothing is opened before `ready` or the first call. */
export function openIndexFromSnapshots(options: IndexOptions): IndexFromSnapshots {
  const { file, ctx, watcher, patience = 2_500, oldest = 2_000 } = options;
  let opening: Promise<Running> | undefined;

  const open = (): Promise<Running> => {
    opening ??= openRunning(options).catch((error: unknown) => {
      opening = undefined;
      throw error instanceof ReplicaUnusable ? notReady(error) : error;
    });
    return opening;
  };

  /** What is damaged, or can't be written any more, is removed; the next call begins with a snapshot. */
  const giveUp = (running: Running, error: unknown): never => {
    // Another call may have noticed it before.
    if (running.db.isOpen) {
      ctx().log.error('replica_lost', { error: String(error) });
      opening = undefined;
      running.db.close();
      removeReplica(file);
    }
    throw notReady(error);
  };

  const prepare = async (since: number): Promise<Running> => {
    const running = await open();
    try {
      // One that began shortly before this call has seen all that it must; else one that begins now.
      if (ageAt(running, since) > oldest) await running.turns.soon();
      if (ageAt(running, since) > oldest) await running.turns.now();
    } catch (error) {
      if (isOfFile(error)) return giveUp(running, error);
      throw error;
    }
    return running;
  };

  const answer = async <T>(give: (running: Running) => T): Promise<T> => {
    const since = Date.now();
    const running = await within(patience, prepare(since)).catch(async (error: unknown) => {
      watcher.asked(await ageNow(opening), false);
      throw error;
    });
    watcher.asked(ageAt(running, Date.now()), true);
    try {
      return give(running);
    } catch (error) {
      if (isOfFile(error)) return giveUp(running, error);
      throw error;
    }
  };

  return {
    ready: async () => void (await prepare(Date.now())),
    search: (request) =>
      answer(({ answers, follower }) => ({
        ...answers.search(request),
        asOf: follower.asOf()!.toISOString(),
        isComplete: true,
      })),
    list: (request) => answer(({ answers }) => answers.list(request)),
    suggest: (question) => answer(({ answers }) => answers.suggest(question)),
    tags: (query) => answer(({ answers }) => answers.tags(query)),
    alike: (draft, challenge) => answer(({ answers }) => answers.alike(draft, challenge)),
  };
}

async function openRunning({ file, store, ctx, watcher, overlap }: IndexOptions): Promise<Running> {
  const began = performance.now();
  const opened = await openFromSnapshot({ file, store, ctx: ctx() });
  watcher.opened(opened.from, performance.now() - began);
  const follower = createFollower({ db: opened.db, ctx, overlap });
  const catchUp = () =>
    follower.catchUp().catch((error: unknown) => {
      // Who asked may have left already.
      ctx().log.warn('catch_up_failed', { error: String(error) });
      throw error;
    });
  const turns = createTurns({ catchUp, everyMs: between, rest: 0 });
  return { ...opened, answers: openAnswers(opened.db), follower, turns };
}

function ageAt({ follower }: Running, time: number): number {
  return time - (follower.asOf()?.getTime() ?? Number.NEGATIVE_INFINITY);
}

/** The age of a replica that may not be open yet, without waiting for it. */
async function ageNow(opening: Promise<Running> | undefined): Promise<number | undefined> {
  const running = await Promise.race([opening?.catch(() => undefined), undefined]);
  const age = running && ageAt(running, Date.now());
  return age !== undefined && Number.isFinite(age) ? age : undefined;
}

/** @throws search_not_ready */
async function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, refuse) => {
    timer = setTimeout(() => refuse(notReady()), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** SQLite's results that speak of the file and not of what was asked: I/O error, damaged, full, can't be opened, no database. */
const ofFile = [10, 11, 13, 14, 26];

function isOfFile(error: unknown): boolean {
  const { errcode, code } = error as { errcode?: number; code?: string };
  // The upper bytes say more about the same; a replica that another call gave up is closed.
  return (errcode !== undefined && ofFile.includes(errcode & 0xff)) || code === 'ERR_INVALID_STATE';
}
