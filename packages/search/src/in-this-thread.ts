/** The search index in this thread, without workers: for tests, and for commands that search once. */
import type { SearchIndex } from '@hanoi/core/search/port';
import type { Ctx } from '@hanoi/core/shared/context';
import { openAnswers } from './answers.ts';
import { createFollower, type Overlap } from './follow/follower.ts';
import { createTurns } from './follow/turns.ts';
import { openReplica } from './replica/file.ts';

export type IndexHere = SearchIndex & { catchUp(): Promise<void>; close(): void };

/** An index that is up to date with the table before each answer. @throws ReplicaUnusable */
export function openIndexHere({ file, ctx, overlap }: { file: string; ctx: () => Ctx; overlap?: Overlap }): IndexHere {
  const db = openReplica(file);
  const follower = createFollower({ db, ctx, overlap });
  const turns = createTurns({ catchUp: follower.catchUp, everyMs: 0, rest: 0 });
  const answers = openAnswers(db);
  const fresh = () => ({
    asOf: (follower.asOf() ?? new Date(0)).toISOString(),
    isComplete: follower.asOf() !== undefined,
  });
  return {
    async search(request) {
      await turns.now();
      return { ...answers.search(request), ...fresh() };
    },
    async list(request) {
      await turns.now();
      return answers.list(request);
    },
    async suggest(question) {
      await turns.now();
      return answers.suggest(question);
    },
    async alike(draft, challenge) {
      await turns.now();
      return answers.alike(draft, challenge);
    },
    catchUp: turns.now,
    close: () => db.close(),
  };
}
