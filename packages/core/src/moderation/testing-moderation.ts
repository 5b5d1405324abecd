/** People and items for tests of moderation. */

import { newCommentSchema } from '../comment/schema.ts';
import { postComment } from '../comment/service.ts';
import type { StoredPerson } from '../person/repo.ts';
import { newReportSchema, type ReportReason } from '../report/schema.ts';
import type { Ctx } from '../shared/context.ts';
import type { ContentId, ItemId, SubjectId } from '../shared/ids.ts';
import { type Clock, makeCtx, makePerson } from '../testing/context.ts';
import type { TestTable } from '../testing/table.ts';
import { decide } from './decide.ts';
import { findOpen } from './repo.ts';
import { reportContent } from './report.ts';
import { newDecisionSchema } from './schema.ts';

/** Somebody who acts on the table. */
export async function someone(table: TestTable, over: Partial<StoredPerson> = {}, clock?: Clock): Promise<Ctx> {
  return makeCtx(table, await makePerson(table, over), clock);
}

export const moderator = (table: TestTable, over: Partial<StoredPerson> = {}, clock?: Clock) =>
  someone(table, { roles: ['moderator'], ...over }, clock);

export function sayOn(ctx: Ctx, subject: SubjectId, body = 'Lời đầu tiên') {
  return postComment(ctx, subject, newCommentSchema.parse({ body }));
}

export function reportAs(ctx: Ctx, id: ContentId, reason: ReportReason = 'spam', note = '') {
  return reportContent(ctx, id, newReportSchema.parse({ reason, note }));
}

/** The item of content that `reader` has reported. */
export async function reportedItem(reader: Ctx, id: ContentId, reason: ReportReason = 'spam'): Promise<ItemId> {
  await reportAs(reader, id, reason);
  return (await findOpen(reader, id, 'report'))!.id;
}

/** Decides with a reason and facts that are right, unless said otherwise. */
export function decideAs(
  ctx: Ctx,
  item: ItemId,
  over: Partial<Parameters<typeof newDecisionSchema.parse>[0] & object>,
) {
  return decide(ctx, item, newDecisionSchema.parse({ reason: 'spam', note: 'Quảng cáo lặp lại', ...over }));
}
