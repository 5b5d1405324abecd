/** The tables of docs/capacity.md. */
import { tallyShards } from '@hanoi/core/db/keys';
import type { Assumptions } from './assumptions.ts';
import { totalOf } from './bill.ts';
import { simulateConflicts } from './conflicts.ts';
import { busiestVotesPerSecond, peakHourVotesPerSecond } from './demand.ts';
import { roomOf } from './limits.ts';
import { actionNames, type Measurements } from './measure.ts';
import type { Model } from './model.ts';
import { pricesAsOf } from './prices.ts';

/** All tables, one after the other. */
export function reportOf(a: Assumptions, measured: Measurements, model: Model): string {
  return [
    section('What is assumed', assumptionTable(a)),
    section('What an action costs, measured', actionTable(measured)),
    section('What items weigh, measured', sizeTable(measured)),
    section('Storage', storageTable(model)),
    section('Demand', demandTable(model)),
    section('Price of a month', billTable(model)),
    section('Load of the busiest partitions', loadTable(model)),
    section('Conflicts on the tally shards', conflictTable(a)),
    section('What breaks first', limitTable(model)),
  ].join('\n\n');
}

const section = (title: string, table: string) => `## ${title}\n\n${table}`;

function assumptionTable(a: Assumptions): string {
  const rows = Object.entries(a).flatMap(([name, value]): [string, number][] =>
    typeof value === 'number'
      ? [[name, value]]
      : Object.entries(value).map(([part, number]) => [`${name}.${part}`, number as number]),
  );
  return table(
    ['name', 'value'],
    rows.map(([name, value]) => [`\`${name}\``, exact(value)]),
  );
}

function actionTable({ actions, windowOfTen, recount }: Measurements): string {
  const rows = actionNames.map((name) => {
    const { request, projections, asks, stored } = actions[name];
    return [
      name,
      exact(request.rcu),
      exact(request.wcu),
      exact(projections.rcu),
      exact(projections.wcu),
      exact(asks),
      whole(stored.bytes),
      whole(stored.indexBytes),
    ];
  });
  return [
    table(['action', 'RCU', 'WCU', 'projections RCU', 'projections WCU', 'requests', 'bytes kept', 'in indexes'], rows),
    '',
    `Ten votes on one challenge within a second: projections ${exact(windowOfTen.rcu)} RCU, ${exact(windowOfTen.wcu)} WCU together. ` +
      `A recount of one subject with ${recount.votes} votes: ${exact(recount.rcu)} RCU.`,
  ].join('\n');
}

function sizeTable({ sizes }: Measurements): string {
  return table(
    ['item', 'bytes, mean', 'bytes, most'],
    sizes.map(({ kind, mean, most }) => [`\`${kind}\``, whole(mean), whole(most)]),
  );
}

function storageTable({ years: [first, last] }: Model): string {
  const rows = last.kept.byAction.map(({ name, items, gb }, index) => [
    name,
    gigabytes(first.kept.byAction[index]!.gb),
    gigabytes(gb),
    millions(items),
  ]);
  return table(
    ['what is kept', 'GB a year', `GB after ${last.years} years`, `items then, millions`],
    [
      ...rows,
      ['**the table, with its indexes**', gigabytes(first.kept.tableGb), gigabytes(last.kept.tableGb), ''],
      ['pictures (S3)', gigabytes(first.kept.picturesGb), gigabytes(last.kept.picturesGb), ''],
    ],
  );
}

function demandTable({ month, mean, busiest, concurrency }: Model): string {
  return table(
    ['what', 'a month, millions', 'mean second', 'busiest second'],
    [
      ['read units', millions(month.rcu), exact(mean.rcu), whole(busiest.rcu)],
      ['write units', millions(month.wcu), exact(mean.wcu), whole(busiest.wcu)],
      ['requests to the API', millions(month.apiRequests), exact(mean.apiRequests), whole(busiest.apiRequests)],
      ['calls of the pages’ function', millions(month.webCalls), exact(mean.webCalls), whole(busiest.webCalls)],
      [
        'calls of projections, at most',
        millions(month.projectionCalls),
        exact(mean.projectionCalls),
        whole(busiest.projectionCalls),
      ],
      ['functions at once', '', exact(concurrency.mean), whole(concurrency.busiest)],
    ],
  );
}

function billTable({ years: [first, last], totalsByHitShare }: Model): string {
  const rows = last.bill.map(({ part, what, dollars }, index) => [
    part,
    what,
    money(first.bill[index]!.dollars),
    money(dollars),
  ]);
  const totals = totalsByHitShare.map(({ hitShare, dollars }) => `${percent(hitShare)}: $${money(dollars)}`);
  return [
    `Singapore (ap-southeast-1), before tax, without free tiers. Prices written down on ${pricesAsOf} and **not checked**: see \`prices.ts\`.`,
    '',
    table(
      ['part', `how much, after ${last.years} years`, 'first year, $', `after ${last.years} years, $`],
      [...rows, ['**total**', '', `**${money(totalOf(first.bill))}**`, `**${money(totalOf(last.bill))}**`]],
    ),
    '',
    `The total after ${last.years} years by the CDN’s share of hits: ${totals.join('; ')}.`,
  ].join('\n');
}

const spotsShown = 5;

function loadTable({ load }: Model): string {
  return table(
    ['votes/s', 'partition', 'RCU/s', 'WCU/s', "of the partition's limit"],
    load.flatMap(({ votesPerSecond, spots }) =>
      spots
        .slice(0, spotsShown)
        .map(({ partition, rcu, wcu, share }) => [
          exact(votesPerSecond),
          `\`${partition}\``,
          whole(rcu),
          whole(wcu),
          percent(share),
        ]),
    ),
  );
}

function conflictTable(a: Assumptions): string {
  const crowds = [peakHourVotesPerSecond(a), busiestVotesPerSecond(a), 300, 1_000].map(Math.round);
  const rows = [tallyShards.first, tallyShards.first * 2, tallyShards.most].flatMap((shards) =>
    crowds.flatMap((perSecond) =>
      [5, 10, 20].map((transactionMs) => {
        const fate = simulateConflicts({ shards, perSecond, transactionMs });
        return [
          exact(shards),
          exact(perSecond),
          exact(transactionMs),
          percent(fate.met),
          fate.conflictsPerVote.toFixed(2),
          percent(fate.givenUp),
          whole(fate.p99Ms),
        ];
      }),
    ),
  );
  return table(
    ['shards', 'votes/s', 'held, ms', 'votes with a conflict', 'conflicts a vote', 'given up', 'p99 ms'],
    rows,
  );
}

function limitTable({ limits }: Model): string {
  return table(
    ['', 'limit', 'at most', 'load', 'room', 'what to do'],
    limits.map((limit, index) => [
      String(index + 1),
      limit.name,
      `${whole(limit.limit)} ${limit.unit}`,
      limit.use < 10 ? exact(limit.use) : whole(limit.use),
      `${exact(Number(roomOf(limit).toPrecision(2)))} ×`,
      limit.cure,
    ]),
  );
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
}

const whole = (value: number) => Math.round(value).toLocaleString('en');
const exact = (value: number) => Number(value.toPrecision(3)).toLocaleString('en', { maximumFractionDigits: 3 });
const millions = (value: number) => (value / 1_000_000).toFixed(2);
const gigabytes = (value: number) => value.toFixed(value < 10 ? 2 : 0);
const money = (value: number) => (value < 100 ? value.toFixed(2) : whole(value));
const percent = (value: number) => `${(value * 100).toFixed(value > 0 && value < 0.1 ? 2 : 0)} %`;
