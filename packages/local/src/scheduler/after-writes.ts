/** Runs a job soon after something was written, so that a small site is up to date without running all the time. */

export type AfterWrites = {
  /** Says that something was written. */
  written(): void;
  stop(): void;
};

export type AfterWritesOptions = {
  run: () => Promise<unknown>;
  /** How long writes are gathered at least. */
  waitMs: number;
  /** Between two runs, so many times as long as the last one took: the share of the machine it may have. */
  rest: number;
};

/** A failed run is left to the job's own times. */
export function runAfterWrites({ run, waitMs, rest }: AfterWritesOptions): AfterWrites {
  let timer: NodeJS.Timeout | undefined;
  let restUntil = 0;
  let stopped = false;

  let writtenSince = false;

  const plan = () => {
    writtenSince = false;
    timer = setTimeout(() => void begin(), Math.max(waitMs, restUntil - performance.now()));
    timer.unref();
  };

  const begin = async () => {
    writtenSince = false;
    const began = performance.now();
    await run().catch(() => undefined);
    const ended = performance.now();
    restUntil = ended + (ended - began) * rest;
    timer = undefined;
    // What was written while it ran may have come too late for it.
    if (writtenSince && !stopped) plan();
  };

  return {
    written() {
      writtenSince = true;
      if (!timer && !stopped) plan();
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
