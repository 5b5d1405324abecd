/** What a month, the mean second and the busiest second need: measured costs times assumed numbers. Pure. */
import { challengeContract } from '@hanoi/core/challenge/contract';
import { tallyShards } from '@hanoi/core/db/keys';
import { type Assumptions, secondsPerMonth } from './assumptions.ts';
import { type ActionName, actionNames, type Measurements } from './measure.ts';

/** How often each action is done, and how many pages the pages' function makes. */
export type Counts = Record<ActionName, number> & { pages: number };

export type Demand = {
  counts: Counts;
  rcu: number;
  wcu: number;
  apiRequests: number;
  webCalls: number;
  projectionCalls: number;
};

/** Where the votes of a second go: all to one subject, or each to another. */
export type Target = 'one subject' | 'many subjects';

/** The actions of a month. A page that is made reads everything: few are requested twice within the seconds of a cache. */
export function monthOf(a: Assumptions): Counts {
  const pages = a.visitorsPerMonth * a.pagesPerVisitor;
  const made = pages * (a.shareOfPagesSignedIn + (1 - a.shareOfPagesSignedIn) * (1 - a.cdnHitShare));
  const newPeople = newPeoplePerMonth(a);
  return {
    pages: made,
    'home page': made * a.pageMix.home,
    'list page': made * a.pageMix.list,
    'challenge page': made * a.pageMix.challenge,
    'who asks (signed in)': pages * a.shareOfPagesSignedIn,
    'own vote and follow (signed in)': pages * a.shareOfPagesSignedIn * a.pageMix.challenge,
    'code requested': newPeople + a.signInsAgainPerMonth,
    'sign-in, new': newPeople,
    'sign-in, again': a.signInsAgainPerMonth,
    support: a.peakDay.supports + a.supportsOnOtherDays,
    comment: a.itemsPerMonth * a.commentsPerItem,
    follow: a.followsPerMonth,
    challenge: a.itemsPerMonth * a.shareOfChallenges,
    solution: a.itemsPerMonth * (1 - a.shareOfChallenges),
  };
}

/** The actions of the mean second. */
export const meanSecondOf = (a: Assumptions): Counts => mapped(monthOf(a), (count) => count / secondsPerMonth);

/** The actions of the busiest second: a burst of votes by people who are signed in, plus everybody else's mean second. */
export function busiestSecondOf(a: Assumptions, target: Target): Counts {
  const votes = busiestVotesPerSecond(a);
  const pages = votes * a.burst.pagesPerVote;
  const signIns = votes * a.burst.shareSigningIn;
  const burst: Partial<Counts> = {
    pages,
    support: votes,
    // Of one subject, what everybody sees is requested by few pages only; of many, each page is another.
    'challenge page': target === 'one subject' ? pages * shareRequested(a.webMs) : pages,
    'who asks (signed in)': pages,
    'own vote and follow (signed in)': pages,
    'code requested': signIns,
    'sign-in, new': signIns,
  };
  return mapped(meanSecondOf(a), (mean, name) => mean + (burst[name] ?? 0));
}

/**
 * The share of pages of one subject for which what everybody sees is requested from the API: each instance of the pages'
 * function keeps it for a time, and makes pages one after the other, in so many milliseconds each, without a pause.
 */
export function shareRequested(webMs: number): number {
  return Math.min(1, webMs / 1_000 / challengeContract.getChallenge.sharedCacheSeconds);
}

/** Votes in the mean second of the peak hour. */
export const peakHourVotesPerSecond = ({ peakDay }: Assumptions): number =>
  (peakDay.supports * peakDay.shareInPeakHour) / 3_600;

export const busiestVotesPerSecond = (a: Assumptions): number => peakHourVotesPerSecond(a) * a.burst.timesMean;

const newPeoplePerMonth = (a: Assumptions): number => (a.people * a.shareWithAccountAfterAllYears) / (a.years * 12);

/** What actions use. Votes on one subject within a second are projected together, those on many each alone. */
export function demandOf(counts: Counts, measured: Measurements, target: Target = 'many subjects'): Demand {
  const demand = { counts, rcu: 0, wcu: 0, apiRequests: 0, webCalls: counts.pages, projectionCalls: 0 };
  for (const name of actionNames) {
    const { request, projections, requests } = measured.actions[name];
    const together = target === 'one subject' && name === 'support';
    const projected = together ? projectionsOf(counts[name]) : counts[name];
    demand.rcu += counts[name] * request.rcu + projected * projections.rcu;
    demand.wcu += counts[name] * request.wcu + projected * projections.wcu;
    demand.apiRequests += counts[name] * requests;
    demand.projectionCalls += projections.calls > 0 ? projected * callsOfOneAction : 0;
    // What is no page is a form, which the pages' function receives.
    demand.webCalls += /page|signed in/.test(name) ? 0 : counts[name];
  }
  return demand;
}

/**
 * How often one subject is projected in a second with so many votes: windows last a second, and each of its tally shards may
 * lie in a stream shard of its own, whose consumer projects by itself. A tally that has grown may be projected up to four
 * times as often.
 */
export const projectionsOf = (votesPerSecond: number): number => Math.min(tallyShards.first, votesPerSecond);

/** An action calls the consumer of tallies, then those of cards: lists and inherited facts. */
const callsOfOneAction = 3;

function mapped(counts: Counts, change: (count: number, name: keyof Counts) => number): Counts {
  const entries = Object.entries(counts) as [keyof Counts, number][];
  return Object.fromEntries(entries.map(([name, count]) => [name, change(count, name)])) as Counts;
}
