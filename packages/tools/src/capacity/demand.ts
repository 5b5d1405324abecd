/** What a month, the mean second and the busiest second ask for: measured costs times assumed numbers. Pure. */
import { tallyShards } from '@hanoi/core/db/keys';
import { type Assumptions, secondsPerMonth } from './assumptions.ts';
import { type ActionName, actionNames, type Measurements } from './measure.ts';

/** How often each action is done; reads of pages are those that reach the functions. */
export type Counts = Record<ActionName, number>;

export type Demand = {
  counts: Counts;
  rcu: number;
  wcu: number;
  apiRequests: number;
  webCalls: number;
  projectionCalls: number;
};

/** The actions of a month. */
export function monthOf(a: Assumptions): Counts {
  const pages = a.visitorsPerMonth * a.pagesPerVisitor;
  const reaching = pages * (a.shareOfPagesSignedIn + (1 - a.shareOfPagesSignedIn) * (1 - a.cdnHitShare));
  const newPeople = newPeoplePerMonth(a);
  return {
    'home page': reaching * a.pageMix.home,
    'list page': reaching * a.pageMix.list,
    'challenge page': reaching * a.pageMix.challenge,
    'who asks (signed in)': pages * a.shareOfPagesSignedIn,
    'own vote and follow (signed in)': pages * a.shareOfPagesSignedIn * a.pageMix.challenge,
    'code asked for': newPeople + a.signInsAgainPerMonth,
    'sign-in, new': newPeople,
    'sign-in, again': a.signInsAgainPerMonth,
    support: a.peakDay.supports + a.supportsOnOtherDays,
    comment: a.itemsPerMonth * a.commentsPerItem,
    follow: a.followsPerMonth,
    challenge: a.itemsPerMonth * a.shareOfChallenges,
    solution: a.itemsPerMonth * (1 - a.shareOfChallenges),
  };
}

/** The actions of the busiest second: the burst on one challenge, plus everybody else's mean second. */
export function busiestSecondOf(a: Assumptions): Counts {
  const votes = busiestVotesPerSecond(a);
  const pages = votes * a.crowd.pagesPerVote;
  const signIns = votes * a.crowd.shareSigningIn;
  const crowd: Partial<Counts> = {
    support: votes,
    'challenge page': pages,
    'who asks (signed in)': pages,
    'own vote and follow (signed in)': pages,
    'code asked for': signIns,
    'sign-in, new': signIns,
  };
  const mean = monthOf(a);
  return countsOf((name) => (crowd[name] ?? 0) + mean[name] / secondsPerMonth);
}

/** Votes in the mean second of the peak hour. */
export const peakHourVotesPerSecond = ({ peakDay }: Assumptions): number =>
  (peakDay.supports * peakDay.shareInPeakHour) / 3_600;

export const busiestVotesPerSecond = (a: Assumptions): number => peakHourVotesPerSecond(a) * a.burst;

export const newPeoplePerMonth = (a: Assumptions): number =>
  (a.people * a.shareWithAccountAfterAllYears) / (a.years * 12);

/** What actions use; `gathered` if many are on one subject within a second, and are projected together. */
export function demandOf(counts: Counts, measured: Measurements, gathered = false): Demand {
  const demand = { counts, rcu: 0, wcu: 0, apiRequests: 0, webCalls: 0, projectionCalls: 0 };
  for (const name of actionNames) {
    const { request, projections, asks } = measured.actions[name];
    const alone = gathered && name === 'support' ? projectionsOf(counts[name]) : counts[name];
    demand.rcu += counts[name] * request.rcu + alone * projections.rcu;
    demand.wcu += counts[name] * request.wcu + alone * projections.wcu;
    demand.apiRequests += counts[name] * asks;
    demand.projectionCalls += projections.calls > 0 ? alone * callsOfOneAction : 0;
    // Every action but those that pages of somebody signed in add is a page or a form of its own.
    demand.webCalls += name.endsWith('(signed in)') ? 0 : counts[name];
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

function countsOf(count: (name: ActionName) => number): Counts {
  return Object.fromEntries(actionNames.map((name) => [name, count(name)])) as Counts;
}
