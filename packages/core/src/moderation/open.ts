/** Opening items: by reports, by moderators, and by whatever else finds content that somebody has to look at. */
import { despiteEdits } from '../card/move.ts';
import { maySee } from '../card/rules.ts';

import { transact } from '../db/transact.ts';
import { findContent } from '../report/repo.ts';
import { type Content, contentNotFound, isConcernedBy, isContentId, writerOf } from '../report/rules.ts';
import { AppError } from '../shared/app-error.ts';
import { type Ctx, type PersonActor, requirePerson } from '../shared/context.ts';
import { type ContentId, type ItemId, newId, type SubjectId } from '../shared/ids.ts';
import { iso } from '../shared/time.ts';
import { historyOf, takePace } from '../trust/service.ts';
import { shown } from './queue.ts';
import { findAllOpen, findOpen, newItemParts, type StoredItem } from './repo.ts';
import { isInScope, priorityOf } from './rules.ts';
import type { ItemKind, ModerationItem, NewModerationItem } from './schema.ts';

type Given = Partial<
  Pick<StoredItem, 'reasons' | 'weight' | 'rule' | 'note' | 'dueAt' | 'like' | 'order' | 'decision' | 'decidedBy'>
>;

/** A new item about content, with its priority and its author's history. `newItemParts` stores it. */
export async function newItem(ctx: Ctx, kind: ItemKind, content: Content, given: Given = {}): Promise<StoredItem> {
  const writer = writerOf(content);
  const { programme, ward } = content.card;
  const { reasons = {}, weight = 0 } = given;
  return {
    rule: null,
    note: '',
    dueAt: null,
    decision: null,
    decidedBy: null,
    ...given,
    id: newId('item', ctx),
    kind,
    status: 'open',
    subject: content.id,
    programme,
    ward,
    reasons,
    weight,
    priority: priorityOf({ kind, reasons, weight }, content),
    openedAt: iso(ctx.now()),
    history: writer ? await historyOf(ctx, writer.id) : { level: 'new', decisions: 0 },
    claim: null,
  };
}

/**
 * Opens an item about content that nobody reported; `again` says that one is open, and then it is answered as it is.
 * @throws not_signed_in, not_found, outside_scope, own_content, too_many_requests
 */
export async function openItem(
  ctx: Ctx,
  { subject, reason, note }: NewModerationItem,
): Promise<{ item: ModerationItem; again: boolean }> {
  const actor = requirePerson(ctx);
  const content = isContentId(subject) ? await findContent(ctx, subject) : undefined;
  if (!content || !maySee(actor, content.card, content.parent) || content.comment?.status === 'deleted')
    throw new AppError('not_found');
  assertMayOpen(actor, content);
  const { item, again } = await itemAbout(ctx, content, { reason, note }, () => takePace(ctx, 'report'));
  const [answered] = await shown(ctx, [item]);
  return { item: answered!, again };
}

/** @throws outside_scope, own_content */
export function assertMayOpen(actor: PersonActor, content: Content): void {
  if (!isInScope(actor, content.card)) throw new AppError('outside_scope');
  if (isConcernedBy(actor, content)) throw new AppError('own_content');
}

/** The open item about content that moderators decide about, or a new one; `before` may refuse to open one. */
export async function itemAbout(
  ctx: Ctx,
  content: Content,
  { reason, note }: Pick<NewModerationItem, 'reason' | 'note'>,
  before?: () => Promise<void>,
): Promise<{ item: StoredItem; again: boolean }> {
  return despiteEdits(async () => {
    const [open] = await findAllOpen(ctx, content.id);
    if (open) return { item: open, again: true };
    await before?.();
    const made = await newItem(ctx, 'moderator', content, { reasons: { [reason]: 1 }, note });
    await transact(ctx, newItemParts(made));
    return { item: made, again: false };
  });
}

/**
 * Opens an item of a kind about content, for what finds it: a rule, a search for duplicates, an authority's demand. Resolves to its id,
 * or to that of the one that is open.
 * @throws its kind's `…_not_found`
 */
export async function openFound(ctx: Ctx, kind: ItemKind, id: ContentId, given: Given = {}): Promise<ItemId> {
  return despiteEdits(async () => {
    const [content, open] = await Promise.all([findContent(ctx, id), findOpen(ctx, id, kind)]);
    if (!content) throw contentNotFound(id);
    if (open) return open.id;
    const made = await newItem(ctx, kind, content, given);
    await transact(ctx, newItemParts(made));
    return made.id;
  });
}

/** Opens an item for a post that waits to become public, unless it waits no more. */
export async function openFirstPost(ctx: Ctx, id: SubjectId): Promise<void> {
  const content = await findContent(ctx, id);
  if (content?.card.status === 'pending') await openFound(ctx, 'first-post', id);
}
