/** The search index in this thread, without workers: for tests, and for commands that search once. */
import type { SearchIndex } from '@hanoi/core/search/port';
import type { Ctx } from '@hanoi/core/shared/context';
import { totalsIn } from './answer/totals.ts';
import { openAnswers } from './answers.ts';
import { createFollower } from './follow/follower.ts';
import type { Overlap } from './follow/overlap.ts';
import { createTurns } from './follow/turns.ts';
import { openReplica } from './replica/file.ts';

export type IndexHere = SearchIndex & { catchUp(): Promise<void>; close(): void };

type Options = {
  file: string;
  ctx: () => Ctx;
  overlap?: Overlap;
  /** How old an answer may be, milliseconds; without it, everything written before the question is in the answer. */
  everyMs?: number;
};

/** An index that brings itself up to date with the table before it answers. @throws ReplicaUnusable */
export function openIndexHere({ file, ctx, overlap, everyMs = 0 }: Options): IndexHere {
  const db = openReplica(file);
  const follower = createFollower({ db, ctx, overlap });
  const turns = createTurns({ catchUp: () => follower.catchUp(), everyMs, rest: 0 });
  const bringUpToDate = everyMs > 0 ? turns.soon : turns.now;
  const answers = openAnswers(db);
  const fresh = () => ({
    asOf: (follower.asOf() ?? new Date(0)).toISOString(),
    isComplete: follower.asOf() !== undefined,
  });
  return {
    async search(request) {
      await bringUpToDate();
      return { ...answers.search(request), ...fresh() };
    },
    async list(request) {
      await bringUpToDate();
      return answers.list(request);
    },
    async suggest(question) {
      await bringUpToDate();
      return answers.suggest(question);
    },
    async tags(query) {
      await bringUpToDate();
      return answers.tags(query);
    },
    async alike(draft, challenge) {
      await bringUpToDate();
      return answers.alike(draft, challenge);
    },
    async totals() {
      await turns.now();
      return totalsIn(db);
    },
    catchUp: turns.now,
    close: () => db.close(),
  };
}
