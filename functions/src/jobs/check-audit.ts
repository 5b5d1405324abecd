/**
 * Job: checks the audit log of the last forty days against its seals, and counts what is wrong, which an alarm watches. Called with
 * `{ from: "2026-11-28" }` it checks from that day on.
 */
import { checkAudit, type Finding } from '@hanoi/core/audit/check';
import { hanoiDaySchema } from '@hanoi/core/audit/schema';
import { after, day, hanoiDay } from '@hanoi/core/shared/time';
import { countAuditFindings } from '../metrics.ts';
import { jobOf } from './context.ts';

/** A day longer than a month, and some in which nobody looked. */
const checkedDays = 40;

type Result = { entries: number; seals: number; found: number; findings: Finding[] };

export const handler = jobOf('check-audit', async (ctx, event): Promise<Result> => {
  const { from } = (event ?? {}) as { from?: unknown };
  const since = from === undefined ? hanoiDay(after(ctx.now(), -checkedDays * day)) : hanoiDaySchema.parse(from);
  const { entries, seals, found, findings } = await checkAudit(ctx, since);
  for (const finding of findings) ctx.log.error('audit_finding', finding);
  countAuditFindings(found);
  return { entries, seals, found, findings };
});
