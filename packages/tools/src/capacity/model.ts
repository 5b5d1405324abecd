/** The capacity model: from what was measured and what is assumed to demand, storage, bill, load and limits. Pure. */
import { type Assumptions, secondsPerMonth } from './assumptions.ts';
import { billOf, type Line, totalOf } from './bill.ts';
import {
  busiestSecondOf,
  busiestVotesPerSecond,
  type Demand,
  demandOf,
  monthOf,
  peakHourVotesPerSecond,
} from './demand.ts';
import { fullestShareOf, type HotSpot, hotSpotsAt } from './hot-spots.ts';
import { type JobCosts, jobCostsOf } from './jobs.ts';
import { concurrencyOf, type Limit, limitsOf } from './limits.ts';
import type { Measurements } from './measure.ts';
import { type Kept, keptAfter } from './storage.ts';

export type Year = { years: number; kept: Kept; jobs: JobCosts; bill: Line[] };

export type Model = {
  month: Demand;
  mean: Demand;
  busiest: Demand;
  concurrency: { mean: number; busiest: number };
  /** After the first year, and after all of them. */
  years: [Year, Year];
  /** The month after all years, had the CDN another share of hits. */
  totalsByHitShare: { hitShare: number; dollars: number }[];
  load: { votesPerSecond: number; spots: HotSpot[] }[];
  limits: Limit[];
};

/** The votes a second that the network is built for (docs/performance.md). */
const viral = 1_000;

/** Computes it all. */
export function modelOf(a: Assumptions, measured: Measurements): Model {
  const month = demandOf(monthOf(a), measured);
  const mean = demandOf(perSecond(monthOf(a)), measured);
  const busiest = demandOf(busiestSecondOf(a), measured, true);
  const years = [yearOf(1, a, measured), yearOf(a.years, a, measured)] as [Year, Year];
  const fullest = fullestShareOf(a.peakDay.supports * a.peakDay.shareInPeakHour);
  const crowd = { pagesPerVote: a.crowd.pagesPerVote, webMs: a.webMs };
  const load = [peakHourVotesPerSecond(a), busiestVotesPerSecond(a), viral].map((votesPerSecond) => ({
    votesPerSecond,
    spots: hotSpotsAt(measured.load, { votesPerSecond, ...crowd }, fullest),
  }));
  return {
    month,
    mean,
    busiest,
    concurrency: { mean: concurrencyOf(mean, a), busiest: concurrencyOf(busiest, a) },
    years,
    totalsByHitShare: [0, 0.3, 0.6, 0.9].map((hitShare) => ({
      hitShare,
      dollars: totalOf(yearOf(a.years, { ...a, cdnHitShare: hitShare }, measured).bill),
    })),
    load,
    limits: limitsOf(a, { measured, busiest, hottest: load[1]!.spots[0]!, jobs: years[1].jobs }),
  };
}

function yearOf(years: number, a: Assumptions, measured: Measurements): Year {
  const kept = keptAfter(years * 12, a, measured);
  const jobs = jobCostsOf(kept, a, measured);
  return { years, kept, jobs, bill: billOf(a, { demand: demandOf(monthOf(a), measured), kept, jobs }) };
}

function perSecond(month: ReturnType<typeof monthOf>): ReturnType<typeof monthOf> {
  const entries = Object.entries(month).map(([name, count]) => [name, count / secondsPerMonth]);
  return Object.fromEntries(entries) as ReturnType<typeof monthOf>;
}
