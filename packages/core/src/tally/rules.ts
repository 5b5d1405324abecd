/**
 * Heat, by which `trending` sorts. Each deed adds 2^(age of the deed since a fixed day / half-life): a deed of today
 * weighs twice one of a half-life ago, so the order stays right as time passes without touching old items (forward
 * decay: Cormode et al., ICDE 2009).
 */
import { day } from '../shared/time.ts';
import type { Counter } from '../subject/kinds.ts';

const halfLife = 10 * day;
const epoch = Date.UTC(2026, 0, 1);

/** How much one of a counter heats its subject, relative to a vote: an answer takes more work than a comment. */
function weightOf(counter: Counter): number {
  return counter === 'support' || counter === 'comments' ? 1 : 4;
}

/**
 * The heat one deed of `counter` at `at` adds. DynamoDB's numbers end at 10^125: with a half-life of ten days that
 * is reached in 2037, and then `epoch` moves and a recount rewrites the tallies.
 */
export function heatOf(counter: Counter, at: Date): number {
  return weightOf(counter) * 2 ** ((at.getTime() - epoch) / halfLife);
}

/** Heat as a rank that fits a sort key: its logarithm to base 2, in half-lives, 0 where nothing happened. */
export function rankOf(heat: number): number {
  return heat > 0 ? Math.max(0, 1_000 + Math.log2(heat)) : 0;
}
