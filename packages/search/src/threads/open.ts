/** The search index of one machine: a replica in a file, written by one thread and read by another. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Card } from '@hanoi/core/card/schema';
import type { CountedPage, ListRequest, SearchIndex, SearchRequest, SubjectTotal } from '@hanoi/core/search/port';
import type { Alike, DraftToCompare, SearchAnswer, Suggestion } from '@hanoi/core/search/schema';
import type { Page } from '@hanoi/core/shared/page';
import type { CountedTag, TagsQuery } from '@hanoi/core/tag/schema';
import type { Searched } from '../answer/search.ts';
import type { Overlap } from '../follow/overlap.ts';
import { createTurns } from '../follow/turns.ts';
import { notReady } from '../not-ready.ts';
import type { Caught, Opened } from './indexer.ts';
import { ReplicaDamaged } from './messages.ts';
import { startThread } from './thread.ts';

export type SearchThreads = SearchIndex & {
  /** Something was written: the index follows within moments. */
  nudge(): void;
  /** Resolves when everything written before this call is in the index. */
  caughtUp(): Promise<void>;
  /** Makes the index anew while the present one serves. Resolves to the number of things in it. */
  rebuild(): Promise<number>;
  /** Merges the index; for the night. */
  optimise(): Promise<void>;
  close(): Promise<void>;
};

type Log = { error(text: string, error?: unknown): void };
type Options = {
  file: string;
  /** The threads' code (`threads/worker.ts`, or its bundle). */
  worker: URL;
  /** What may pass until the table's index shows a write. */
  overlap: Overlap;
  log: Log;
};

/** A catch-up begins at the earliest so long after the one before, and rests ten times as long as that took. */
const turnEveryMs = 250;
const rest = 10;
/** An answer is not from an older state than this, milliseconds, unless the catch-up takes longer than `patience`. */
const oldestAnswer = 2_000;
/** Nobody waits for more than this much of a catch-up, milliseconds: the first one of a large city takes minutes. */
const patience = 2_000;

/** Opens the index, and begins to fill it where there is none that can be used. */
export async function openSearchThreads({ file, worker, overlap, log }: Options): Promise<SearchThreads> {
  const ended = (role: string) => (error: Error) => log.error(`The search's ${role} ended and starts again.`, error);
  const indexer = startThread(worker, { role: 'indexer', file, overlap }, ended('indexer'));
  const reader = startThread(worker, { role: 'reader', file }, ended('reader'));
  let asOf: string | undefined;
  let caughtUpAt = Number.NEGATIVE_INFINITY;
  let catchingUpSince: number | undefined;
  let rebuilding: Promise<number> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;
  let isFirst = true;

  const open = async () => {
    const opened = await indexer.call<Opened>('open');
    if (opened.anew) log.error(`The search index is made anew: ${opened.anew}`);
    asOf = opened.asOf;
    if (isFirst || opened.isReplaced || opened.anew) await reader.call('reopen');
    isFirst = false;
  };
  const catchUp = async () => {
    const began = performance.now();
    catchingUpSince = began;
    try {
      await rebuilding?.catch(() => undefined);
      await open();
      ({ asOf } = await indexer.call<Caught>('catchUp'));
      caughtUpAt = began;
    } finally {
      catchingUpSince = undefined;
    }
  };
  const turns = createTurns({ catchUp, everyMs: turnEveryMs, rest });
  const later = (error: unknown) => {
    if (isClosed) return;
    if (error instanceof ReplicaDamaged) void mend(error);
    else log.error('The search index could not follow; it tries again.', error);
  };

  const rebuild = (): Promise<number> => {
    rebuilding ??= (async () => {
      try {
        const { applied, asOf: at } = await indexer.call<Caught>('rebuild');
        asOf = at;
        await reader.call('reopen');
        return applied;
      } finally {
        rebuilding = undefined;
      }
    })();
    return rebuilding;
  };
  const mend = async (error: ReplicaDamaged) => {
    if (!rebuilding) log.error('The search index is damaged and made anew.', error);
    await rebuild().catch((failed: unknown) => log.error('The search index could not be made anew.', failed));
  };

  /** Brings the index up to date, or goes on with what there is when that takes long. */
  const refreshed = async (): Promise<void> => {
    const done = turns.soon().catch(later);
    const left = patience - (performance.now() - (catchingUpSince ?? performance.now()));
    if (left > 0) await Promise.race([done, sleep(left, undefined, { ref: false })]);
  };

  /** Brings the index up to date if the answer would be too old, then asks the reader. */
  const ask = async <Value>(method: string, ...args: unknown[]): Promise<Value> => {
    // While it is made anew, the old one serves as it is.
    if (!rebuilding && performance.now() - caughtUpAt > oldestAnswer) await refreshed();
    try {
      return await reader.call<Value>(method, ...args);
    } catch (error) {
      if (error instanceof ReplicaDamaged) {
        void mend(error);
        throw notReady(error);
      }
      throw error;
    }
  };

  await open();
  return {
    async search(request: SearchRequest): Promise<SearchAnswer> {
      const searched = await ask<Searched>('search', request);
      return { ...searched, asOf: asOf ?? new Date(0).toISOString(), isComplete: asOf !== undefined };
    },
    async list<C extends Card>(request: ListRequest): Promise<CountedPage<C>> {
      const page = await ask<CountedPage<C>>('list', request);
      // A list that may lack something would be taken for the whole.
      if (asOf === undefined) throw notReady();
      return page;
    },
    suggest: (question: string) => ask<Suggestion[]>('suggest', question),
    tags: (query: TagsQuery) => ask<Page<CountedTag>>('tags', query),
    alike: (draft: DraftToCompare, challenge?: string) => ask<Alike[]>('alike', draft, challenge),
    async totals() {
      // Complete: before the first catch-up came to its end, it would be a part of the city.
      await turns.now();
      return indexer.call<SubjectTotal[]>('totals');
    },
    nudge() {
      timer ??= setTimeout(() => {
        timer = undefined;
        turns.now().catch(later);
      }, turnEveryMs).unref();
    },
    caughtUp: () => turns.now(),
    rebuild,
    async optimise() {
      // A thread that has just started again has nothing open before it caught up.
      await turns.now();
      await indexer.call('optimise');
    },
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await Promise.all([indexer.close(), reader.close()]);
    },
  };
}
