/** Use cases of moderators: read one item, decide it. */
import { findWhole } from '../card/repo.ts';
import { listReportsOf } from '../report/repo.ts';
import { AppError } from '../shared/app-error.ts';
import type { Ctx } from '../shared/context.ts';
import type { ItemId } from '../shared/ids.ts';
import { renderMarkdown } from '../shared/markdown.ts';
import { requireItem } from './access.ts';
import { shown } from './queue.ts';
import type { WholeModerationItem } from './schema.ts';

/** So many reports are shown with an item: what more of them say, their counts tell. */
const reportsShown = 50;

/**
 * An item with the whole content, its reports, and former decisions.
 * @throws not_signed_in, not_allowed, item_not_found, outside_scope
 */
export async function getItem(ctx: Ctx, id: ItemId): Promise<WholeModerationItem> {
  const { item, content } = await requireItem(ctx, id);
  const { comment, card } = content;
  const [[answered], reports, whole] = await Promise.all([
    shown(ctx, [item]),
    listReportsOf(ctx, item.subject, reportsShown),
    comment ? undefined : findWhole(ctx, card.id, { consistent: true }),
  ]);
  if (!answered) throw new AppError('item_not_found');
  const body = comment?.body ?? whole?.body.body ?? '';
  return {
    ...answered,
    body,
    bodyHtml: renderMarkdown(body),
    pictures: (whole?.card.images ?? []).map(({ id, url, alt }) => ({ id, url, alt })),
    contentStatus: (comment ?? card).status,
    reports: reports
      .filter((report) => report.item === item.id)
      .map(({ reason, note, at }) => ({ reason, note, at }))
      .toSorted((one, other) => (one.at < other.at ? -1 : 1)),
    possible: [],
    appealed: null,
    decisions: [],
    authorDecisions: [],
  };
}
