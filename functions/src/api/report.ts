/** Reports over HTTP. */
import { listMyReports, reportContent } from '@hanoi/core/moderation/report';
import { reportContract } from '@hanoi/core/report/contract';
import type { NewReport, Report } from '@hanoi/core/report/schema';
import type { Ctx } from '@hanoi/core/shared/context';
import type { ContentId } from '@hanoi/core/shared/ids';
import { Again, type HandlesOf, handlesOfKinds } from '../http/handle.ts';

async function report(ctx: Ctx, id: ContentId, body: NewReport): Promise<Report | Again<Report>> {
  const { report, again } = await reportContent(ctx, id, body);
  return again ? new Again(report) : report;
}

export const handles: HandlesOf<typeof reportContract> = {
  ...handlesOfKinds(reportContract, 'report*', (ctx, { params, body }) => report(ctx, params.id, body)),
  reportComment: (ctx, { params, body }) => report(ctx, params.id, body),
  listMyReports: (ctx, { query }) => listMyReports(ctx, query),
};
