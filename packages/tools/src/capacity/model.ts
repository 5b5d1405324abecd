/** The capacity model: from what was measured and what is assumed to demand, storage, bill, load and limits. Pure. */
import type { Assumptions } from './assumptions.ts';
import { avoidableOf, billOf, type Line } from './bill.ts';
import {
  busiestSecondOf,
  busiestVotesPerSecond,
  type Demand,
  demandOf,
  meanSecondOf,
  monthOf,
  peakHourVotesPerSecond,
} from './demand.ts';
import { type HotSpot, hotSpotsAt } from './hot-spots.ts';
import { type JobCosts, jobCostsOf } from './jobs.ts';
import { concurrencyOf, type Limit, limitsOf } from './limits.ts';
import type { Measurements } from './measure.ts';
import { type Kept, keptAfter } from './storage.ts';

export type Year = { years: number; kept: Kept; jobs: JobCosts; bill: Line[] };

export type Model = {
  month: Demand;
  mean: Demand;
  /** The busiest second, with its votes on one subject, and spread over many. */
  busiest: Demand;
  spread: Demand;
  concurrency: { mean: number; busiest: number; spread: number };
  /** After the first year, and after all of them. */
  years: [Year, Year];
  /** A month of a stage that nobody visits. */
  idle: Line[];
  avoidable: ReturnType<typeof avoidableOf>;
  load: { votesPerSecond: number; spots: HotSpot[] }[];
  limits: Limit[];
};

/** The votes a second that the network is built for (docs/performance.md). */
const viral = 1_000;

/** Computes it all. */
export function modelOf(a: Assumptions, measured: Measurements): Model {
  const month = demandOf(monthOf(a), measured);
  const mean = demandOf(meanSecondOf(a), measured);
  const busiest = demandOf(busiestSecondOf(a, 'one subject'), measured, 'one subject');
  const spread = demandOf(busiestSecondOf(a, 'many subjects'), measured);
  const years = [yearOf(1, a, measured), yearOf(a.years, a, measured)] as [Year, Year];
  const burst = { pagesPerVote: a.burst.pagesPerVote, webMs: a.webMs };
  const load = [peakHourVotesPerSecond(a), busiestVotesPerSecond(a), viral].map((votesPerSecond) => ({
    votesPerSecond,
    spots: hotSpotsAt(measured.load, { votesPerSecond, ...burst }),
  }));
  return {
    month,
    mean,
    busiest,
    spread,
    concurrency: {
      mean: concurrencyOf(mean, a),
      busiest: concurrencyOf(busiest, a),
      spread: concurrencyOf(spread, a),
    },
    years,
    idle: idleOf(a, measured),
    avoidable: avoidableOf(a, month),
    load,
    limits: limitsOf(a, { measured, busiest, spread, hottest: load[1]!.spots[0]!, jobs: years[1].jobs }),
  };
}

function yearOf(years: number, a: Assumptions, measured: Measurements): Year {
  const kept = keptAfter(years * 12, a, measured);
  const jobs = jobCostsOf(kept, a, measured);
  return { years, kept, jobs, bill: billOf(a, { demand: demandOf(monthOf(a), measured), kept, jobs }) };
}

function idleOf(a: Assumptions, measured: Measurements): Line[] {
  const nobody = { ...a, visitorsPerMonth: 0, itemsPerMonth: 0, kmsRequestsPerMonth: 0, queueMessagesPerMonth: 0 };
  const none = Object.fromEntries(Object.keys(monthOf(a)).map((name) => [name, 0])) as Demand['counts'];
  const kept = { tableGb: 0, picturesGb: 0, byAction: [], subjects: 0, votes: 0 };
  const jobs = { figuresRcuPerMonth: 0, figuresSeconds: 0, recountRcuPerMonth: 0, recountSeconds: 0 };
  return billOf(nobody, { demand: demandOf(none, measured), kept, jobs });
}
