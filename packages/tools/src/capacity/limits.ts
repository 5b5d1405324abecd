/** Which limits more visitors exceed first, in order, and what to do about it. Pure. */
import { tallyShards } from '@hanoi/core/db/keys';
import { streamReaders } from '@hanoi/functions/stream/catalogue';
import type { Assumptions } from './assumptions.ts';
import { mostVotesPerSecond } from './conflicts.ts';
import { busiestVotesPerSecond, type Demand, projectionsOf } from './demand.ts';
import type { HotSpot } from './hot-spots.ts';
import type { JobCosts } from './jobs.ts';
import type { Measurements } from './measure.ts';
import { partitionLimit } from './partition-load.ts';
import { quotas } from './quotas.ts';

export type Limit = { name: string; limit: number; use: number; unit: string; cure: string };

/** How many times today's peak the limit can take; below 1 it is exceeded already. */
export const roomOf = ({ limit, use }: Limit): number => limit / use;

type Model = { measured: Measurements; busiest: Demand; hottest: HotSpot; jobs: JobCosts };

/** Functions at work in the busiest second: calls times how long each takes. */
export function concurrencyOf({ apiRequests, webCalls, projectionCalls }: Demand, a: Assumptions): number {
  return (apiRequests * a.apiMs + webCalls * a.webMs + projectionCalls * a.projectionMs) / 1_000;
}

/** All limits, the one that breaks first in front. */
export function limitsOf(a: Assumptions, model: Model): Limit[] {
  return [...crowdLimits(a, model), ...accountLimits(a, model), ...growthLimits(model)].sort(
    (one, other) => roomOf(one) - roomOf(other),
  );
}

/** Of one subject that everybody wants. */
function crowdLimits(a: Assumptions, { measured, busiest, hottest }: Model): Limit[] {
  const listWrites = measured.load.projection.get('gsi1 LIST#challenges')?.wcu ?? 1;
  const listReads = measured.actions['list page'].request.rcu;
  return [
    {
      name: `transactions on ${tallyShards.most} tally shards (one in a thousand votes given up)`,
      limit: mostVotesPerSecond(tallyShards.most, a.transactionMs),
      use: busiestVotesPerSecond(a),
      unit: 'votes/s on a subject',
      cure: 'Raise `tallyShards.most`, see above; people who see “busy” can try again.',
    },
    {
      name: `the busiest partition, \`${hottest.partition}\``,
      limit: 100,
      use: hottest.share * 100,
      unit: "% of a partition's limit",
      cure: 'Cache what is the same for many readers; shard what each person reads of their own, follows first.',
    },
    {
      name: '`LIST#challenges` in an index, written by projections',
      limit: partitionLimit.wcu / listWrites,
      use: projectionsOf(busiest.counts.support),
      unit: 'changed challenges/s',
      cure: 'A longer window for the consumer `lists`; then shards of the list, merged when read.',
    },
    {
      name: '`LIST#challenges` in an index, read past the cache',
      limit: partitionLimit.rcu / listReads,
      use: busiest.counts['list page'],
      unit: 'list pages/s',
      cure: 'A longer `s-maxage` for lists.',
    },
    {
      name: 'codes from one network address',
      limit: quotas.codesPerAddress,
      use: a.crowd.peoplePerAddress * a.crowd.shareSigningIn,
      unit: 'codes/h',
      cure: 'Phones share addresses: raise `codesPerAddress`, or let people sign in by the identity provider.',
    },
  ];
}

/** Of the account and of the gates. */
function accountLimits(a: Assumptions, { busiest }: Model): Limit[] {
  const { counts } = busiest;
  const codesOnPeakDay = a.peakDay.supports * a.crowd.shareSigningIn;
  return [
    {
      name: 'readers of a shard of the stream',
      limit: quotas.streamReaders,
      use: streamReaders.length,
      unit: 'readers',
      cure: 'Add none: a consumer goes into one of the two. Beyond that, Kinesis Data Streams with enhanced fan-out.',
    },
    {
      name: 'mail, a second',
      limit: quotas.mailsPerSecond,
      use: counts['code asked for'],
      unit: 'codes/s',
      cure: 'Request a higher rate from SES weeks before; let people sign in by the identity provider.',
    },
    {
      name: 'mail, a day',
      limit: quotas.mailsPerDay,
      use: codesOnPeakDay,
      unit: 'codes/day',
      cure: 'Request a higher quota from SES; sessions last 30 days, so people who came before need no code.',
    },
    {
      name: 'throttle of each sign-in route',
      limit: quotas.routes.signingIn,
      use: counts['code asked for'],
      unit: 'requests/s',
      cure: '`signingIn` in `infra/throttle.ts`.',
    },
    {
      name: 'throttle of the route of support',
      limit: quotas.routes.writing,
      use: counts.support,
      unit: 'requests/s',
      cure: '`writing` in `infra/throttle.ts`, when the shards can take more.',
    },
    {
      name: 'throttle of the route of a challenge',
      limit: quotas.routes.reading,
      use: counts['challenge page'],
      unit: 'requests/s',
      cure: '`reading` in `infra/throttle.ts`.',
    },
    {
      name: 'functions at once in the account',
      limit: quotas.lambdaConcurrency,
      use: concurrencyOf(busiest, a),
      unit: 'at once',
      cure: 'Service Quotas, *Concurrent executions*: request 5,000 before the first campaign.',
    },
    {
      name: 'API Gateway, the account',
      limit: quotas.apiRequestsPerSecond,
      use: busiest.apiRequests,
      unit: 'requests/s',
      cure: 'Service Quotas, *Throttle rate*.',
    },
    {
      name: 'a new table, written',
      limit: quotas.newTable.wcu,
      use: busiest.wcu,
      unit: 'WCU',
      cure: '*Warm throughput* of the table, before an expected burst.',
    },
    {
      name: 'a new table, read',
      limit: quotas.newTable.rcu,
      use: busiest.rcu,
      unit: 'RCU',
      cure: '*Warm throughput* of the table, before an expected burst.',
    },
    {
      name: 'CloudFront',
      limit: quotas.cdnRequestsPerSecond,
      use: busiest.webCalls * a.firstVisitRequests,
      unit: 'requests/s',
      cure: 'Service Quotas, *Requests per second per distribution*.',
    },
  ];
}

/** Of jobs that read everything, after all the years. */
function growthLimits({ jobs }: Model): Limit[] {
  return [
    {
      name: 'the recount of all subjects',
      limit: 1,
      use: jobs.recountNights,
      unit: 'nights per round',
      cure: 'It continues the next night. To finish every night: recount only what changed since the last one.',
    },
    {
      name: 'the figures of the city in one run',
      limit: quotas.functionSeconds,
      use: jobs.figuresSeconds,
      unit: 's',
      cure: 'Let a consumer count into figures of each ward and programme, or count less often.',
    },
  ];
}
