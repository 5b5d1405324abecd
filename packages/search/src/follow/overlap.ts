/** How far a follower looks back: what may pass between the time that a change carries and the moment the index shows it. */
import { minute, second } from '@hanoi/core/shared/time';

/** How far each look goes back, milliseconds; and how far one goes now and then, for what took unusually long. */
export type Overlap = { each: number; wide: number; wideEvery: number };

/** Of another machine with another clock, in a service far away. */
export const overlapOnAws: Overlap = { each: 10 * second, wide: 2 * minute, wideEvery: 30 * second };

/**
 * Beside the embedded engine: there is one clock, and its indexes change with the item. What is left is the time from the stamp
 * to the commit: some milliseconds, a quarter of a second under load, and with all tries of a call about fifteen seconds.
 */
export const overlapHere: Overlap = { each: second, wide: 30 * second, wideEvery: 30 * second };
