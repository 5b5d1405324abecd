/** Jobs that go through what there is: the only cost that grows with the data. Pure. */
import type { Assumptions } from './assumptions.ts';
import type { Measurements } from './measure.ts';
import type { Kept } from './storage.ts';

/** As packages/core/src/figure and functions/src/jobs have it. */
const figuresRunsPerMonth = (30 * 24 * 60) / 10;
const rowsOfPage = 500;
const recountNightSeconds = 12 * 60;
const nightsPerMonth = 30;
const bytesOfReadUnit = 4_096;

export type JobCosts = {
  figuresRcuPerMonth: number;
  /** How long one run takes; a function ends after 900. */
  figuresSeconds: number;
  recountRcuPerMonth: number;
  /** Nights until every subject was counted once. */
  recountNights: number;
};

/** What the figures and the recount cost when so much is kept. */
export function jobCostsOf({ subjects, votes }: Kept, a: Assumptions, measured: Measurements): JobCosts {
  // Every row of the lists of all challenges and all solutions, read eventually: half a unit for 4 KB.
  const rowsRcu = (subjects * measured.listRowBytes) / bytesOfReadUnit / 2;
  const inANight = Math.min(subjects, a.recountPerSecond * recountNightSeconds);
  // A recount reads tallies twice and counts the votes of each shard: one unit at least for each.
  const votesRcu = ((votes / subjects) * measured.voteBytes) / bytesOfReadUnit;
  return {
    figuresRcuPerMonth: rowsRcu * figuresRunsPerMonth,
    figuresSeconds: subjects / rowsOfPage / a.figuresPagesPerSecond,
    recountRcuPerMonth: inANight * (measured.recount.rcu + votesRcu) * nightsPerMonth,
    recountNights: Math.ceil(subjects / (a.recountPerSecond * recountNightSeconds)),
  };
}
