/** Detects bursts of writes: moments in which many people write. */

export type Burst = {
  /** Call it for each write. */
  wrote(): void;
  isOn(): boolean;
};

/** Writes in a second from which on requests of people have priority over projections. */
const MANY = 50;
const SECOND_MS = 1_000;

/** Counts by the second; `now` is a clock in milliseconds. */
export function createBurst(now: () => number = () => performance.now()): Burst {
  let began = Number.NEGATIVE_INFINITY;
  let count = 0;
  let before = 0;
  const turn = () => {
    const passed = now() - began;
    if (passed < SECOND_MS) return;
    before = passed < 2 * SECOND_MS ? count : 0;
    began = now();
    count = 0;
  };
  return {
    wrote() {
      turn();
      count++;
    },
    isOn() {
      turn();
      return Math.max(count, before) >= MANY;
    },
  };
}
