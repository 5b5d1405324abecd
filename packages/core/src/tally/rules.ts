/**
 * Trend, by which `trending` sorts. Each vote, comment and answer adds 2^(its age since a fixed day / half-life): one of
 * today weighs twice one of a half-life ago, so the order stays right as time passes without touching old items (forward
 * decay: Cormode et al., ICDE 2009).
 */
import { day } from '../shared/time.ts';
import type { Counter } from '../subject/kinds.ts';

const halfLife = 10 * day;
/**
 * The fixed day lies in the future, so that weights are tiny now and grow towards 1: the SDK refuses numbers above 2^53, and
 * DynamoDB those below 10^-130. Sums of a million fit until late 2036; then the day must move, and a migration must scale the
 * stored numbers.
 */
const epoch = Date.UTC(2036, 0, 1);
/** Half-lives before the fixed day beyond which a weight is too small to be stored: before March 2024. */
const farthest = 430;

/** How much one of a counter adds, relative to a vote: an answer is more work than a comment. */
function weightOf(counter: Counter): number {
  return counter === 'support' || counter === 'comments' ? 1 : 4;
}

/** What one more of `counter` at the time `at` adds to the trend; 0 when it is too long ago. */
export function trendOf(counter: Counter, at: Date): number {
  const age = (at.getTime() - epoch) / halfLife;
  return age < -farthest ? 0 : weightOf(counter) * 2 ** age;
}

/** The trend as a rank that fits a sort key: its logarithm to base 2, in half-lives; 0 where nothing happened. */
export function rankOf(trend: number): number {
  return trend > 0 ? Math.max(0, 1_000 + Math.log2(trend)) : 0;
}

/** The fixed day of the sums stored as `heat` until November 2026, which would have exceeded 2^53 in the year after. */
const formerEpoch = Date.UTC(2026, 0, 1);

/** The trend of a stored tally or card, which may still have a sum of heat, alone or beside the trend. */
export function storedTrend(item: object): number {
  const { trend, heat } = item as { trend?: unknown; heat?: unknown };
  return Number(trend ?? 0) + Number(heat ?? 0) * 2 ** ((formerEpoch - epoch) / halfLife);
}
