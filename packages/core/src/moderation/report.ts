/** Use cases of those who report content: report it, and read what came of it. */
import { despiteEdits } from '../card/move.ts';
import { StaleRead, transact } from '../db/transact.ts';
import {
  findContent,
  findContents,
  findReport,
  listReportsBy,
  newReportPart,
  type StoredReport,
} from '../report/repo.ts';
import { type Content, contentNotFound, isOwnContent, refOf, seesContent } from '../report/rules.ts';
import type { NewReport, Report } from '../report/schema.ts';
import { AppError } from '../shared/app-error.ts';
import { type Ctx, requirePerson } from '../shared/context.ts';
import type { ContentId, ItemId } from '../shared/ids.ts';
import type { Page } from '../shared/page.ts';
import { iso } from '../shared/time.ts';
import { takePace } from '../trust/service.ts';
import { weightOfReports } from './history.ts';
import { newItem, openedParts } from './open.ts';
import { countReportPart, findItem, findItems, findOpen, priorityPart, type StoredItem } from './repo.ts';
import { priorityOf } from './rules.ts';

/** Thrown and caught in this file: the person has reported this content. */
class AlreadyReported extends Error {}

/** A hundred people may report the same content at once, and each report is counted in the one item: more tries than elsewhere. */
const mostAttempts = 40;

/**
 * Reports content: opens an item in the queue, or counts in the open one. `again` says that the person had reported it before, and then
 * nothing changes, whatever has become of the content since.
 * @throws not_signed_in, its kind's `…_not_found`, own_content, content_merged, too_many_requests
 */
export async function reportContent(
  ctx: Ctx,
  id: ContentId,
  input: NewReport,
): Promise<{ report: Report; again: boolean }> {
  const person = requirePerson(ctx).id;
  const before = await findReport(ctx, id, person);
  if (before) return { report: await asTold(ctx, before), again: true };
  await requireReportable(ctx, id);
  await takePace(ctx, 'report');
  const weight = await weightOfReports(ctx, person);
  try {
    const { report, content } = await despiteEdits(() => writeReport(ctx, id, input, weight));
    await settlePriority(ctx, report.item, content);
    return { report: asNew(report, content), again: false };
  } catch (error) {
    if (!(error instanceof AlreadyReported)) throw error;
    return { report: await asTold(ctx, (await findReport(ctx, id, person))!), again: true };
  }
}

async function requireReportable(ctx: Ctx, id: ContentId): Promise<Content> {
  const actor = requirePerson(ctx);
  const content = await findContent(ctx, id);
  if (!content || !seesContent(actor, content)) throw contentNotFound(id);
  if (isOwnContent(actor, content)) throw new AppError('own_content');
  const { card, comment } = content;
  // Its comments stay as they are, and can be reported as all others.
  if (card.status === 'merged' && !comment)
    throw new AppError('content_merged', { data: { mergedInto: card.mergedInto } });
  return content;
}

async function writeReport(ctx: Ctx, id: ContentId, { reason, note }: NewReport, weight: number) {
  const [content, open] = await Promise.all([requireReportable(ctx, id), findOpen(ctx, id, 'report')]);
  const item = open ?? (await newItem(ctx, 'report', content, { reasons: { [reason]: 1 }, weight }));
  const report = { content: id, by: requirePerson(ctx).id, reason, note, at: iso(ctx.now()), item: item.id };
  const counted = open ? [countReportPart(open, reason, weight)] : openedParts(item, content);
  const parts = [newReportPart(report, () => new AlreadyReported()), ...counted];
  await transact(ctx, parts, { maxAttempts: mostAttempts });
  return { report, content };
}

/** Gives an item the priority that follows from all its reports. */
async function settlePriority(ctx: Ctx, id: ItemId, content: Content): Promise<void> {
  const item = await findItem(ctx, id);
  if (item?.status !== 'open') return;
  const priority = priorityOf(item, content);
  if (priority === item.priority) return;
  try {
    await transact(ctx, [priorityPart(item, priority)], { maxAttempts: mostAttempts });
  } catch (error) {
    // Done since, or reported once more: then the sender of that report does this after us.
    if (!(error instanceof StaleRead)) throw error;
  }
}

/** A page of what one reported, newest first, with what came of it. @throws not_signed_in, invalid_cursor */
export async function listMyReports(ctx: Ctx, query: { limit: number; cursor?: string }): Promise<Page<Report>> {
  const page = await listReportsBy(ctx, requirePerson(ctx).id, query);
  const [items, contents] = await Promise.all([
    findItems(
      ctx,
      page.items.map(({ item }) => item),
    ),
    findContents(
      ctx,
      page.items.map(({ content }) => content),
    ),
  ]);
  const told = (report: StoredReport) => {
    const content = contents.get(report.content);
    return content ? [reportOf(ctx, report, content, items.get(report.item))] : [];
  };
  return { ...page, items: page.items.flatMap(told) };
}

async function asTold(ctx: Ctx, report: StoredReport): Promise<Report> {
  const [item, content] = await Promise.all([findItem(ctx, report.item), findContent(ctx, report.content)]);
  if (!content) throw contentNotFound(report.content);
  return reportOf(ctx, report, content, item);
}

function asNew({ reason, note, at }: StoredReport, content: Content): Report {
  return { subject: refOf(content), reason, note, at, outcome: 'open', decidedAt: null };
}

/** A report as the person who made it sees it. What is hidden now has no title for them. */
function reportOf(
  ctx: Ctx,
  { reason, note, at }: StoredReport,
  content: Content,
  item: StoredItem | undefined,
): Report {
  const isSeen = seesContent(ctx.actor, content);
  const { outcome = 'open', doneAt = null } = item ?? {};
  return { subject: refOf(content, { isSeen }), reason, note, at, outcome, decidedAt: doneAt };
}
