/** The tables of docs/capacity.md. */
import type { Assumptions } from './assumptions.ts';
import { type Line, totalOf } from './bill.ts';
import { deployed } from './deployed.ts';
import { roomOf } from './limits.ts';
import { actionNames, type Measurements } from './measure.ts';
import type { Model } from './model.ts';
import { type Price, prices, region } from './prices.ts';
import { quotas } from './quotas.ts';

/** All tables, one after the other. */
export function reportOf(a: Assumptions, measured: Measurements, model: Model): string {
  return [
    section('What an action costs, measured', actionTable(measured)),
    section('What items weigh, measured', sizeTable(measured)),
    section('Storage', storageTable(model)),
    section('Demand', demandTable(model)),
    section('Price of a month', billTable(a, model)),
    section('Load of the busiest partitions', loadTable(model)),
    section('What breaks first', limitTable(model)),
    section('Where prices and quotas were read', sourceList()),
  ].join('\n\n');
}

const section = (title: string, table: string) => `## ${title}\n\n${table}`;

function actionTable({ actions, windowOfTen, recount }: Measurements): string {
  const rows = actionNames.map((name) => {
    const { request, projections, requests, stored } = actions[name];
    const units = [request.rcu, request.wcu, projections.rcu, projections.wcu, requests].map(exact);
    return [name, ...units, whole(stored.bytes), whole(stored.indexBytes)];
  });
  return [
    table(['action', 'RCU', 'WCU', 'projections RCU', 'projections WCU', 'requests', 'bytes kept', 'in indexes'], rows),
    '',
    `Ten votes on one challenge within a second: projections ${exact(windowOfTen.rcu)} RCU, ${exact(windowOfTen.wcu)} WCU together. ` +
      `A recount of one subject with ${recount.votes} votes: ${exact(recount.rcu)} RCU.`,
  ].join('\n');
}

function sizeTable({ sizes }: Measurements): string {
  const rows = sizes.map(({ kind, mean, most }) => [`\`${kind}\``, whole(mean), whole(most)]);
  return table(['item', 'bytes, mean', 'bytes, most'], rows);
}

function storageTable({ years: [first, last] }: Model): string {
  const rows = last.kept.byAction.map(({ name, items, gb }, index) => [
    name,
    gigabytes(first.kept.byAction[index]!.gb),
    gigabytes(gb),
    millions(items),
  ]);
  return table(
    ['what is kept', 'GB a year', `GB after ${last.years} years`, 'items then, millions'],
    [
      ...rows,
      ['**the table, with its indexes**', gigabytes(first.kept.tableGb), gigabytes(last.kept.tableGb), ''],
      ['pictures (S3)', gigabytes(first.kept.picturesGb), gigabytes(last.kept.picturesGb), ''],
    ],
  );
}

function demandTable({ month, mean, busiest, spread, concurrency }: Model): string {
  const parts = [
    ['read units', 'rcu'],
    ['write units', 'wcu'],
    ['requests to the API', 'apiRequests'],
    ['calls of the pages’ function', 'webCalls'],
    ['calls of projections, at most', 'projectionCalls'],
  ] as const;
  const rows = parts.map(([name, part]) => [
    name,
    millions(month[part]),
    exact(mean[part]),
    whole(busiest[part]),
    whole(spread[part]),
  ]);
  const functions = [exact(concurrency.mean), whole(concurrency.busiest), whole(concurrency.spread)];
  return table(
    ['what', 'a month, millions', 'mean second', 'busiest second, one subject', 'busiest second, many subjects'],
    [...rows, ['concurrent functions', '', ...functions]],
  );
}

function billTable(a: Assumptions, { years: [first, last], idle, avoidable }: Model): string {
  const rows = last.bill.map(({ name, units, dollars }, index) => {
    const { service, unit, free, source } = prices[name];
    const used = `${amount(units)} ${unit}${free ? `, ${amount(free)} free` : ''}`;
    return [
      service,
      used,
      priceOf(prices[name]),
      source?.read ?? 'unread',
      money(first.bill[index]!.dollars),
      money(dollars),
    ];
  });
  const state = (on: boolean) => (on ? 'in the bill' : 'off');
  const unread = last.bill.filter(({ name }) => !prices[name].source);
  return [
    `${region}, before tax. The free amounts are those that AWS gives each account for good; another stage in the account shares them.`,
    '',
    table(
      [
        'service',
        `how much, after ${last.years} years`,
        'price, $',
        'read',
        'first year, $',
        `after ${last.years} years, $`,
      ],
      [...rows, ['**total**', '', '', '', `**${money(totalOf(first.bill))}**`, `**${money(totalOf(last.bill))}**`]],
    ),
    '',
    `By service after ${last.years} years: ${byService(last.bill)}. ` +
      `Lines whose price is unread: $${money(totalOf(unread))}. A stage that nobody visits: $${money(totalOf(idle))}.`,
    '',
    `Two settings are the largest costs that could be left off. Metrics of each route (\`detailedMetricsEnabled\` in \`infra/api.ts\`, ` +
      `${deployed.routeMetrics.count} metrics): $${money(avoidable.routeMetrics)} a month, ${state(deployed.routeMetrics.on)}. ` +
      `Lambda’s own lines in the logs, ${whole(a.systemLogBytesPerCall)} bytes a call (\`systemLogLevel: 'WARN'\` leaves them off): ` +
      `$${money(avoidable.systemLogs)}, ${state(deployed.systemLogs.on)}.`,
  ].join('\n');
}

function byService(bill: readonly Line[]): string {
  return [...Map.groupBy(bill, ({ name }) => prices[name].service)]
    .map(([service, lines]) => ({ service, dollars: totalOf(lines) }))
    .sort((one, other) => other.dollars - one.dollars)
    .map(({ service, dollars }) => `${service} $${money(dollars)}`)
    .join(', ');
}

const spotsShown = 5;

function loadTable({ load }: Model): string {
  const rows = load.flatMap(({ votesPerSecond, spots }) =>
    spots.slice(0, spotsShown).map(({ partition, rcu, wcu, share }) => {
      return [exact(votesPerSecond), `\`${partition}\``, whole(rcu), whole(wcu), percent(share)];
    }),
  );
  return table(['votes/s', 'partition', 'RCU/s', 'WCU/s', "of the partition's limit"], rows);
}

function limitTable({ limits }: Model): string {
  const rows = limits.map((limit, index) => [
    String(index + 1),
    limit.name,
    `${whole(limit.limit)} ${limit.unit}`,
    limit.use < 10 ? exact(limit.use) : whole(limit.use),
    `${exact(Number(roomOf(limit).toPrecision(2)))} ×`,
    limit.cure,
  ]);
  return table(['', 'limit', 'at most', 'load', 'room', 'what to do'], rows);
}

function sourceList(): string {
  const all = Object.entries(prices);
  const wheres = [...Map.groupBy(all, ([, { source }]) => source)].map(([source, some]) => {
    const names = some.map(([name, { note }]) => (note ? `${name} (${note})` : name)).join(', ');
    return source
      ? `- Read on ${source.read}: ${source.where}: ${names}.`
      : `- **Unread**, written down from memory: ${names}.`;
  });
  const limits = Object.entries(quotas).map(
    ([name, { value, source }]) => `\`${name}\` ${whole(value)}: ${source ?? '**unread**'}`,
  );
  return `${wheres.join('\n')}\n- Quotas: ${limits.join('; ')}.`;
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
const amount = (value: number) => (value < 1_000_000 ? whole(value) : `${exact(value / 1_000_000)} M`);
const priceOf = ({ usd, per }: Price) =>
  per === 1
    ? usd.toLocaleString('en', { maximumFractionDigits: 10 })
    : `${usd} a ${per === 1_000_000 ? 'million' : whole(per)}`;
