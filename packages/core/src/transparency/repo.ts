/** Transparency reports in the table: one small item a month. */
import { getItem, getItems } from '../db/get.ts';
import { transparencyKey } from '../db/keys.ts';
import { putItem } from '../db/write.ts';
import type { Ctx } from '../shared/context.ts';
import type { TransparencyReport } from './schema.ts';

/** The report of a month; undefined where none was made. */
export async function findReport(ctx: Ctx, month: string): Promise<TransparencyReport | undefined> {
  return (await getItem(ctx, transparencyKey(month))) as TransparencyReport | undefined;
}

/** The reports of some months (at most 100), in their order; months without one are left out. */
export async function findReports(ctx: Ctx, months: readonly string[]): Promise<TransparencyReport[]> {
  const items = await getItems(ctx, months.map(transparencyKey));
  return items.flatMap((item) => (item ? [item as unknown as TransparencyReport] : []));
}

/** Sets the report of a month. Runs that count at once count the same. */
export async function putReport(ctx: Ctx, report: TransparencyReport): Promise<void> {
  await putItem(ctx, { ...transparencyKey(report.month), ...report });
}
