/** Which limits more visitors exceed first, in order, and what to do about it. Pure. */
import { streamReaders } from '@hanoi/functions/stream/catalogue';
import type { Assumptions } from './assumptions.ts';
import { busiestVotesPerSecond, type Demand } from './demand.ts';
import type { HotSpot } from './hot-spots.ts';
import type { JobCosts } from './jobs.ts';
import type { Measurements } from './measure.ts';
import { ownLimits, type QuotaName, quotas } from './quotas.ts';

export type Limit = { name: string; limit: number; use: number; unit: string; cure: string };

/** How many times today's peak the limit can take; below 1 it is exceeded already. */
export const roomOf = ({ limit, use }: Limit): number => limit / use;

type Model = {
  measured: Measurements;
  /** The busiest second, its votes all on one subject. */
  busiest: Demand;
  /** The same second, its votes spread over many subjects. */
  spread: Demand;
  hottest: HotSpot;
  jobs: JobCosts;
};

/** Functions at work in the busiest second: calls times how long each takes. */
export function concurrencyOf({ apiRequests, webCalls, projectionCalls }: Demand, a: Assumptions): number {
  return (apiRequests * a.apiMs + webCalls * a.webMs + projectionCalls * a.projectionMs) / 1_000;
}

/** All limits, the one that breaks first in front. */
export function limitsOf(a: Assumptions, model: Model): Limit[] {
  return [...tableLimits(a, model), ...accountLimits(a, model), ...ownLimitsOf(a, model)].sort(
    (one, other) => roomOf(one) - roomOf(other),
  );
}

const limitOf = (name: string, limit: number, use: number, unit: string, cure: string): Limit => ({
  name,
  limit,
  use,
  unit,
  cure,
});
const quotaOf = (name: string, quota: QuotaName, use: number, unit: string, cure: string): Limit =>
  limitOf(name, quotas[quota].value, use, unit, cure);

const warm = 'Set *warm throughput* of the table and its indexes before an expected burst; it is charged once.';

/** Of the table: as a whole, and of the partitions that one subject or one list is in. */
function tableLimits(a: Assumptions, { measured, busiest, spread, hottest, jobs }: Model): Limit[] {
  const listWrites = measured.load.projection.get('gsi1 LIST#challenges')?.wcu ?? 1;
  const cache = 'Cache what is the same for many readers; shard what each person reads of their own, follows first.';
  const window = 'A longer window for the consumer `lists`; then shards of the list, merged when read.';
  const grow = 'Raise `tallyShards.most`, see above; people who see “busy” can try again.';
  const figures = 'Let a consumer count into figures of each ward and programme, or count less often.';
  const readers =
    'Add none: a consumer goes into one of the two. Beyond that, Kinesis Data Streams with enhanced fan-out.';
  return [
    quotaOf('a new table, written, votes on one subject', 'newTableWrite', busiest.wcu, 'WCU', warm),
    quotaOf('a new table, written, votes spread over subjects', 'newTableWrite', spread.wcu, 'WCU', warm),
    quotaOf('a new table, read, votes on one subject', 'newTableRead', busiest.rcu, 'RCU', warm),
    quotaOf('a new table, read, votes spread over subjects', 'newTableRead', spread.rcu, 'RCU', warm),
    limitOf(
      `the busiest partition, \`${hottest.partition}\``,
      100,
      hottest.share * 100,
      "% of a partition's limit",
      cache,
    ),
    quotaOf(
      'transactions on 32 tally shards',
      'votesPerSecondOfSubject',
      busiestVotesPerSecond(a),
      'votes/s on a subject',
      grow,
    ),
    limitOf(
      '`LIST#challenges` in an index, written by projections',
      quotas.partitionWrite.value / listWrites,
      spread.counts.support,
      'changed challenges/s',
      window,
    ),
    limitOf(
      '`LIST#challenges` in an index, read past the cache',
      quotas.partitionRead.value / measured.actions['list page'].request.rcu,
      busiest.counts['list page'],
      'list pages/s',
      'A longer `s-maxage` for lists.',
    ),
    quotaOf('readers of a shard of the stream', 'streamReaders', streamReaders.length, 'readers', readers),
    quotaOf('the figures of the city in one run', 'functionSeconds', jobs.figuresSeconds, 's', figures),
  ];
}

/** Of the account. */
function accountLimits(a: Assumptions, { busiest, spread }: Model): Limit[] {
  const codesPerDay = a.peakDay.supports * a.burst.shareSigningIn;
  const rate = 'Request a higher rate from SES weeks before; let people sign in by the identity provider.';
  const day = 'Request a higher quota from SES; sessions last 30 days, so people who came before need no code.';
  const concurrency = 'Service Quotas, *Concurrent executions*: request 5,000 before the first campaign.';
  return [
    quotaOf('mail, a second', 'mailsPerSecond', busiest.counts['code requested'], 'codes/s', rate),
    quotaOf('mail, a day', 'mailsPerDay', codesPerDay, 'codes/day', day),
    quotaOf('concurrent functions in the account', 'concurrency', concurrencyOf(spread, a), 'at once', concurrency),
    quotaOf(
      'API Gateway, the account',
      'apiRequestsPerSecond',
      spread.apiRequests,
      'requests/s',
      'Service Quotas, *Throttle rate*.',
    ),
    quotaOf(
      'CloudFront',
      'cdnRequestsPerSecond',
      busiest.webCalls * a.firstVisitRequests,
      'requests/s',
      'Service Quotas, *Requests per second per distribution*.',
    ),
  ];
}

/** Of this project's own. */
function ownLimitsOf(a: Assumptions, { busiest: { counts }, spread, jobs }: Model): Limit[] {
  const { routes, codesPerAddress } = ownLimits;
  const codesOfAddress = a.burst.peoplePerAddress * a.burst.shareSigningIn;
  const address = 'Beyond it people wait: raise `codesFromNetwork`, or let people sign in by the identity provider.';
  const more = 'It continues the next night. Raise `nights` in `functions/src/jobs/recount.ts`.';
  const reading = '`reading` in `infra/throttle.ts`.';
  const viewer = counts['own vote and follow (signed in)'];
  return [
    limitOf('the recount of a night', recountSeconds, jobs.recountSeconds, 's', more),
    limitOf('codes from one network address', codesPerAddress, codesOfAddress, 'codes/h', address),
    limitOf(
      'throttle of each sign-in route',
      routes.signingIn,
      counts['code requested'],
      'requests/s',
      '`signingIn` in `infra/throttle.ts`.',
    ),
    limitOf(
      'throttle of the route of support',
      routes.writing,
      counts.support,
      'requests/s',
      '`writing` in `infra/throttle.ts`, when the shards can take more.',
    ),
    limitOf(
      'throttle of the route of a challenge',
      routes.reading,
      spread.counts['challenge page'],
      'requests/s',
      reading,
    ),
    limitOf('throttle of the route of one’s own vote and follow', routes.reading, viewer, 'requests/s', reading),
  ];
}

/** functions/src/jobs/recount.ts */
const recountSeconds = 12 * 60;
