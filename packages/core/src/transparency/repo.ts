/** Transparency reports in the table: one small item a month. */
import { getItem } from '../db/get.ts';
import { transparencyKey } from '../db/keys.ts';
import { putItem } from '../db/write.ts';
import type { Ctx } from '../shared/context.ts';
import type { TransparencyReport } from './schema.ts';

/** The report of a month; undefined where none was made. */
export async function findReport(ctx: Ctx, month: string): Promise<TransparencyReport | undefined> {
  return (await getItem(ctx, transparencyKey(month))) as TransparencyReport | undefined;
}

/** Sets the report of a month. Runs that count at once count the same. */
export async function putReport(ctx: Ctx, report: TransparencyReport): Promise<void> {
  await putItem(ctx, { ...transparencyKey(report.month), ...report });
}
