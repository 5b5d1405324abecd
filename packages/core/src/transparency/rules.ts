/** Adding up the decisions of a month, one by one. Pure. */
import type { StoredDecision } from '../decision/repo.ts';
import type { Action } from '../decision/schema.ts';
import type { OrderState } from '../order/repo.ts';
import { day, hasCome, hour } from '../shared/time.ts';
import { fewest, type TransparencyReport, type TransparencyRow, type Wait, waits } from './schema.ts';

type Counted = Pick<
  StoredDecision,
  'kind' | 'subject' | 'action' | 'reason' | 'rule' | 'foundBy' | 'openedAt' | 'at' | 'appeal'
>;

/** The longest of each wait but the last, milliseconds. */
const longest: [Wait, number][] = [
  ['withinHour', hour],
  ['withinDay', day],
  ['withinThreeDays', 3 * day],
  ['withinWeek', 7 * day],
];

/** How long an item waited from when it was opened. */
export function waitOf({ openedAt, at }: Pick<Counted, 'openedAt' | 'at'>): Wait {
  const waited = Date.parse(at) - Date.parse(openedAt);
  return longest.find(([, most]) => waited <= most)?.[0] ?? 'longer';
}

/** The report of a month without decisions. */
export function noDecisions(month: string, { isOver, updatedAt }: Pick<TransparencyReport, 'isOver' | 'updatedAt'>) {
  const nothing = { decisions: 0, appealed: 0, upheld: 0, overturned: 0 };
  const orders = { received: 0, inTime: 0, late: 0, open: 0 };
  return { month, isOver, updatedAt, ...nothing, orders, rows: [] } as TransparencyReport;
}

/** Adds an authority's demand to the report of the month in which it came. */
export function addOrder({ orders }: TransparencyReport, { dueAt, doneAt }: OrderState, now: Date): void {
  orders.received++;
  if (doneAt === undefined && !hasCome(dueAt, now)) orders.open++;
  else if (doneAt !== undefined && doneAt <= dueAt) orders.inTime++;
  else orders.late++;
}

/** Adds a decision to the report of its month. */
export function addDecision(report: TransparencyReport, decision: Counted): void {
  const row = rowOf(report, decision);
  row.waited[waitOf(decision)]++;
  const { appeal } = decision;
  for (const counts of [report, row]) {
    counts.decisions++;
    if (appeal) counts.appealed++;
    if (appeal?.outcome === 'uphold') counts.upheld++;
    if (appeal?.outcome === 'overturn') counts.overturned++;
  }
}

/** The row of decisions like this one, which is made with the first. */
function rowOf({ rows }: TransparencyReport, decision: Counted): TransparencyRow {
  const { kind, subject, action, reason, rule, foundBy } = decision;
  const like = { kind, content: subject.kind, action, reason, rule, foundBy };
  const names = Object.keys(like) as (keyof typeof like)[];
  const found = rows.find((row) => names.every((name) => row[name] === like[name]));
  if (found) return found;
  const waited = Object.fromEntries(waits.map((wait) => [wait, 0])) as TransparencyRow['waited'];
  const row = { ...like, decisions: 0, appealed: 0, upheld: 0, overturned: 0, waited };
  rows.push(row);
  return row;
}

/** What is decided about somebody's account. What is decided about content, readers see where it stood. */
const aboutAccounts: readonly Action[] = ['warn', 'limit', 'suspend', 'lift'];

/** Rows as they are told: where there are few decisions about accounts, with nothing but their action. The sums stay. */
export function toldRows(rows: readonly TransparencyRow[]): TransparencyRow[] {
  const told: TransparencyRow[] = [];
  const few = new Map<Action, TransparencyRow>();
  for (const row of rows) {
    if (!aboutAccounts.includes(row.action) || row.decisions >= fewest) told.push(row);
    else few.set(row.action, together(few.get(row.action), row));
  }
  return inOrder([...told, ...few.values()]);
}

const numbers = ['decisions', 'appealed', 'upheld', 'overturned'] as const;

function together(one: TransparencyRow | undefined, other: TransparencyRow): TransparencyRow {
  const sum = (a = 0, b = 0) => a + b;
  const added = Object.fromEntries(numbers.map((name) => [name, sum(one?.[name], other[name])]));
  const waited = Object.fromEntries(waits.map((wait) => [wait, sum(one?.waited[wait], other.waited[wait])]));
  const untold = { kind: null, content: null, reason: null, rule: null, foundBy: null };
  return { ...untold, action: other.action, ...added, waited } as TransparencyRow;
}

/** Rows in an order that does not depend on that of the decisions. */
export function inOrder(rows: readonly TransparencyRow[]): TransparencyRow[] {
  const nameOf = ({ kind, content, action, reason, rule, foundBy }: TransparencyRow) =>
    [kind, content, action, reason, rule, foundBy].join(' ');
  return rows.toSorted((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1));
}
