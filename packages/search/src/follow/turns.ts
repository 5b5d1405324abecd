/** One catch-up at a time, and not more often than the index and the machine are good for. */

export type Turns = {
  /** Catches up, unless that was done a moment ago; callers at the same time share one. */
  soon(): Promise<void>;
  /** Catches up so that everything written before this call has been looked for. */
  now(): Promise<void>;
};

type Options = {
  catchUp: () => Promise<unknown>;
  /** A catch-up begins at the earliest so long after the one before, milliseconds. */
  everyMs: number;
  /** And so many times as long as the one before took: a busy site is followed less closely. */
  rest: number;
  clock?: () => number;
};

/** After a long catch-up, such as the first one, answers would be old for many minutes. */
const longestRest = 2_000;

/** The turns of one replica. */
export function createTurns({ catchUp, everyMs, rest, clock = () => performance.now() }: Options): Turns {
  let running: Promise<void> | undefined;
  let waiting: Promise<void> | undefined;
  let notBefore = Number.NEGATIVE_INFINITY;

  const run = (): Promise<void> => {
    const began = clock();
    running = catchUp()
      .then(() => undefined)
      .finally(() => {
        notBefore = Math.max(began + everyMs, clock() + Math.min(rest * (clock() - began), longestRest));
        running = undefined;
      });
    return running;
  };

  const now = (): Promise<void> => {
    if (!running) return run();
    // What is running may have passed the place of the write already: the next one sees it, for all who wait.
    waiting ??= running
      .catch(() => undefined)
      .then(() => {
        waiting = undefined;
        return run();
      });
    return waiting;
  };

  return {
    now,
    soon: () => running ?? (clock() < notBefore ? Promise.resolve() : run()),
  };
}
