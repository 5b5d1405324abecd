/** When to look at the stream again: at once while it is full, less and less often while it is empty. */

export type Pace = {
  /** Waits as long as is due after a look that found `count` records, or until woken. */
  rest(count: number): Promise<void>;
  /** Something was written: look soon. */
  nudge(): void;
  /** Look at once, whatever is due. */
  wake(): void;
};

const BUSY = 100;
/** A look costs about a millisecond of CPU, so a trickle of writes is gathered for this long. */
const GATHER_MS = 25;
const SHORTEST_IDLE_MS = 40;
/** Writes through the gateway wake the pump; this is for those that come another way. */
const LONGEST_IDLE_MS = 400;

/** A pace that starts out alert. */
export function createPace(): Pace {
  let idle = SHORTEST_IDLE_MS;
  let began = 0;
  let end: (() => void) | undefined;
  let timer: NodeJS.Timeout | undefined;
  let nudged = false;

  const waitUntil = (at: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => end?.(), Math.max(0, at - performance.now()));
  };
  return {
    rest(count) {
      if (count >= BUSY) return new Promise((resolve) => setImmediate(resolve));
      idle = count > 0 || nudged ? SHORTEST_IDLE_MS : Math.min(idle * 1.3, LONGEST_IDLE_MS);
      began = performance.now();
      waitUntil(began + (count > 0 || nudged ? GATHER_MS : idle));
      nudged = false;
      return new Promise((resolve) => {
        end = () => {
          end = undefined;
          clearTimeout(timer);
          resolve();
        };
      });
    },
    nudge() {
      if (end) waitUntil(began + GATHER_MS);
      else nudged = true;
    },
    wake: () => end?.(),
  };
}
