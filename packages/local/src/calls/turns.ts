/** Batches work that arrives while other work of its kind is running. */

/** A call that hangs delays those behind it no longer than this; they have timeouts of their own. */
const longestTurnMs = 1_000;

/**
 * Runs `work` on what `take` picks of those waiting, up to `atOnce` runs side by side. What is added meanwhile waits for
 * the next run; what is added in the same turn of the event loop goes together. `take` must pick at least one.
 */
export function createTurns<One>(
  atOnce: number,
  take: (waiting: readonly One[]) => readonly One[],
  work: (taken: readonly One[]) => Promise<void>,
): { add(one: One): void } {
  let waiting: One[] = [];
  let running = 0;
  const run = async () => {
    running++;
    for (await endOfTurn(); waiting.length > 0; await endOfTurn()) {
      const taken = new Set(take(waiting));
      waiting = waiting.filter((one) => !taken.has(one));
      await atMost(longestTurnMs, work([...taken]));
    }
    running--;
  };
  return {
    add(one) {
      waiting.push(one);
      if (running < atOnce) void run();
    },
  };
}

/** Waits a moment, so that callers that were just answered can join the next run. */
function endOfTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

async function atMost(ms: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work, late]);
  clearTimeout(timer);
}
