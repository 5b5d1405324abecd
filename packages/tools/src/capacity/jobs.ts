/** Jobs that read what there is: the only cost that grows with the data. Pure. */
import type { Assumptions } from './assumptions.ts';
import type { Measurements } from './measure.ts';
import type { Kept } from './storage.ts';

/** As packages/core/src/figure and functions/src/jobs have it. */
const figuresRunsPerMonth = (30 * 24 * 60) / 10;
const rowsOfPage = 500;
const nightsPerRound = 30;
const bytesOfReadUnit = 4_096;

export type JobCosts = {
  figuresRcuPerMonth: number;
  /** How long one run takes; a function ends after 900. */
  figuresSeconds: number;
  recountRcuPerMonth: number;
  /** How long a night's recount takes: what changed that day, and a thirtieth of the rest. */
  recountSeconds: number;
};

/** What the figures and the recount cost when so much is kept. */
export function jobCostsOf({ subjects, votes }: Kept, a: Assumptions, measured: Measurements): JobCosts {
  // Both read a row of every subject, eventually consistent: half a unit for 4 KB.
  const rowsRcu = (subjects * measured.listRowBytes) / bytesOfReadUnit / 2;
  const rowsSeconds = subjects / rowsOfPage / a.pagesOfRowsPerSecond;
  const inANight = a.subjectsChangedPerDay + subjects / nightsPerRound;
  // A recount reads tallies twice and counts the votes of each shard: one unit at least for each.
  const votesRcu = ((votes / subjects) * measured.voteBytes) / bytesOfReadUnit;
  return {
    figuresRcuPerMonth: rowsRcu * figuresRunsPerMonth,
    figuresSeconds: rowsSeconds,
    recountRcuPerMonth: (inANight * (measured.recount.rcu + votesRcu) + rowsRcu) * nightsPerRound,
    recountSeconds: inANight / a.recountPerSecond + rowsSeconds,
  };
}
