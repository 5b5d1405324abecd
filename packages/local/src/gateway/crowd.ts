/** Whether many people write just now. */

export type Crowd = {
  /** Somebody wrote. */
  came(): void;
  isHere(): boolean;
};

/** Writes in a second from which on people come first and projections after them. */
const MANY = 50;
const SECOND_MS = 1_000;

/** Counts by the second; `now` is a clock in milliseconds. */
export function createCrowd(now: () => number = () => performance.now()): Crowd {
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
    came() {
      turn();
      count++;
    },
    isHere() {
      turn();
      return Math.max(count, before) >= MANY;
    },
  };
}
