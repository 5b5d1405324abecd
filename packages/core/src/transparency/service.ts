/** Use cases of transparency reports: list them, read one, count the latest. */
import { listDecidedIn } from '../decision/repo.ts';
import { listOrderedIn, type OrderState } from '../order/repo.ts';
import { AppError } from '../shared/app-error.ts';
import type { Ctx } from '../shared/context.ts';
import { hanoiMonth, iso } from '../shared/time.ts';
import { findReport, findReports, putReport } from './repo.ts';
import { addDecision, addOrder, noDecisions, toldRows } from './rules.ts';
import type { TransparencyMonth, TransparencyReport } from './schema.ts';

const pageSize = 100;

/** So many months are listed: those before them are found by their address. */
const monthsListed = 13;

/** So many months are counted again: appeals come for 30 days, and wait for their decisions. */
const monthsCounted = 4;

/** The months of the last year of which there is a report, the latest first. */
export async function listTransparency(ctx: Ctx): Promise<TransparencyMonth[]> {
  const reports = await findReports(ctx, latestMonths(hanoiMonth(ctx.now()), monthsListed));
  return reports.map(({ month, isOver, updatedAt, decisions }) => ({ month, isOver, updatedAt, decisions }));
}

/** The report of a month as it was last counted. @throws not_found where there is none */
export async function getTransparency(ctx: Ctx, month: string): Promise<TransparencyReport> {
  const report = await findReport(ctx, month);
  if (!report) throw new AppError('not_found');
  return report;
}

/** Counts the decisions of a month, page by page. */
export async function countMonth(ctx: Ctx, month: string): Promise<TransparencyReport> {
  const now = ctx.now();
  const report = noDecisions(month, { isOver: month < hanoiMonth(now), updatedAt: iso(now) });
  let cursor: string | undefined;
  do {
    const page = await listDecidedIn(ctx, month, { limit: pageSize, cursor });
    for (const decision of page.items) addDecision(report, decision);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  for await (const order of ordersOf(ctx, month)) addOrder(report, order, now);
  return { ...report, rows: toldRows(report.rows) };
}

/** The demands of authorities that came in a month. */
async function* ordersOf(ctx: Ctx, month: string): AsyncGenerator<OrderState> {
  let cursor: string | undefined;
  do {
    const page = await listOrderedIn(ctx, month, { limit: pageSize, cursor });
    yield* page.items;
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
}

/** Counts the month of now and those before it in which something may have changed, and sets their reports. For a job. */
export async function countMonths(ctx: Ctx): Promise<TransparencyReport[]> {
  const reports: TransparencyReport[] = [];
  for (const month of latestMonths(hanoiMonth(ctx.now()), monthsCounted)) {
    const report = await countMonth(ctx, month);
    await putReport(ctx, report);
    reports.push(report);
  }
  return reports;
}

/** A month and those before it, the latest first. */
function latestMonths(month: string, count: number): string[] {
  const [year, number] = month.split('-').map(Number) as [number, number];
  const begins = (back: number) => new Date(Date.UTC(year, number - 1 - back, 1));
  return Array.from({ length: count }, (_, back) => iso(begins(back)).slice(0, 7));
}
