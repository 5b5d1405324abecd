/** When to read the stream again: at once while there are records, less and less often while there are none. */

export type Pace = {
  /** Waits before the next read, after one that found `count` records, or until woken. */
  rest(count: number): Promise<void>;
  /** Something was written: read soon. */
  nudge(): void;
  /** Read at once. */
  wake(): void;
};

const BUSY = 100;
/** A read costs about a millisecond of CPU, so single writes are collected for this long. */
const GATHER_MS = 25;
const SHORTEST_IDLE_MS = 40;
/** Writes through the gateway wake the pump; this is for writes that come another way. */
const LONGEST_IDLE_MS = 400;

/** Creates a pace, which starts with short waits. */
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
