/** Opening items: by reports, by moderators, and by whatever else finds content that somebody has to look at. */
import { despiteEdits } from '../card/move.ts';
import { maySee } from '../card/rules.ts';
import { type Part, StaleRead, transact } from '../db/transact.ts';
import { asReadParts, findContent } from '../report/repo.ts';
import {
  type Content,
  contentNotFound,
  isAccountId,
  isConcernedBy,
  isContentId,
  isTheirsAlone,
  versionOf,
  writerOf,
} from '../report/rules.ts';
import type { ReportReason } from '../report/schema.ts';
import { findFound, foundItemPart, type StoredFound } from '../rule/repo.ts';
import { AppError } from '../shared/app-error.ts';
import { type Ctx, type PersonActor, requirePerson } from '../shared/context.ts';
import { type ContentId, type ItemId, newId } from '../shared/ids.ts';
import { iso } from '../shared/time.ts';
import { historyOf, takePace } from '../trust/service.ts';
import { harmOf } from './harm.ts';
import { shown } from './queue.ts';
import { findAllOpen, findOpen, foundAgainPart, newItemParts, type StoredItem } from './repo.ts';
import { isInScope, priorityOf } from './rules.ts';
import type { ItemKind, ModerationItem, NewModerationItem } from './schema.ts';

type Given = Partial<
  Pick<
    StoredItem,
    'reasons' | 'weight' | 'rule' | 'note' | 'dueAt' | 'like' | 'order' | 'decision' | 'decidedBy' | 'appellant'
  >
>;

/** A new item about content, with its priority and its author's history. `openedParts` stores it. */
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
    ...(!isAccountId(content.id) && { card: content.card.id }),
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
 * Parts that open an item about content as it was read: where its author takes it back at this moment, or moderators decide about it, it is
 * read again. @throws StaleRead, when they are written
 */
export function openedParts(item: StoredItem, content: Content): Part[] {
  return [...newItemParts(item), ...asReadParts(content)];
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
  if (!content || !isThere(actor, content)) throw new AppError('not_found');
  assertMayOpen(actor, content);
  const { item, again } = await itemAbout(ctx, content, { reason, note }, () => takePace(ctx, 'report'));
  const [answered] = await shown(ctx, [item]);
  return { item: answered!, again };
}

/** Whether moderators see content, so that an item can be opened about it. */
export function isThere(actor: PersonActor, content: Content): boolean {
  const { card, parent, comment } = content;
  return maySee(actor, card, parent) && !isTheirsAlone(content) && comment?.status !== 'deleted';
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
    await transact(ctx, openedParts(made, content));
    return { item: made, again: false };
  });
}

/**
 * Opens an item of a kind about content, for what finds it: a rule, a search for duplicates, an authority's demand. Resolves to its id,
 * or to that of the one that is open.
 * @throws its kind's `…_not_found`, also for what is its author's alone by now
 */
export async function openFound(ctx: Ctx, kind: ItemKind, id: ContentId, given: Given = {}): Promise<ItemId> {
  return despiteEdits(async () => {
    const [content, open] = await Promise.all([findContent(ctx, id), findOpen(ctx, id, kind)]);
    if (!content || isTheirsAlone(content)) throw contentNotFound(id);
    if (open) return open.id;
    const made = await newItem(ctx, kind, content, given);
    await transact(ctx, openedParts(made, content));
    return made.id;
  });
}

/** Opens an item for a post or a comment that waits to become public, unless it waits no more, or a rule holds it: that has an item of its own. */
export async function openFirstPost(ctx: Ctx, id: ContentId): Promise<void> {
  await despiteEdits(async () => {
    const [content, found, open] = await Promise.all([
      findContent(ctx, id),
      findFound(ctx, id),
      findOpen(ctx, id, 'first-post'),
    ]);
    if (!content || open || statusOf(content) !== 'pending' || isHeldBy(found, content)) return;
    await transact(ctx, openedParts(await newItem(ctx, 'first-post', content), content));
  });
}

function statusOf({ comment, card }: Content): string {
  return (comment ?? card).status;
}

/** Whether content waits for what a rule found in it as it is: one that was sent back and mended waits as any other. */
function isHeldBy(found: StoredFound | undefined, content: Content): boolean {
  return found?.held === true && found.version === versionOf(content);
}

/**
 * Opens an item of what rules found in content, or tells the open one what they found now. Once for each finding, however often it is called;
 * not for what was deleted meanwhile, or is its author's alone again.
 */
export async function openByRule(ctx: Ctx, id: ContentId): Promise<void> {
  await despiteEdits(async () => {
    const [content, found, open] = await Promise.all([
      findContent(ctx, id),
      findFound(ctx, id),
      findOpen(ctx, id, 'rule'),
    ]);
    if (!content || !found || found.item || isTheirsAlone(content) || statusOf(content) === 'deleted') return;
    const given = givenBy(found);
    const item = open ? { ...open, ...given } : await newItem(ctx, 'rule', content, given);
    const told = open
      ? foundAgainPart(item, priorityOf({ ...item, weight: open.weight }, content))
      : newItemParts(item);
    await transact(ctx, [asReadParts(content), told, foundItemPart(found, item.id, () => new StaleRead())].flat());
  });
}

/** What an item tells of findings: how many of each reason, the gravest rule, and the words of all. */
function givenBy({ findings }: StoredFound): Required<Pick<Given, 'reasons' | 'rule'>> {
  const reasons: Partial<Record<ReportReason, number>> = {};
  for (const { reason } of findings) reasons[reason] = (reasons[reason] ?? 0) + 1;
  const gravest = findings.toSorted((one, other) => harmOf[other.reason] - harmOf[one.reason])[0];
  const words = [...new Set(findings.map((finding) => finding.words))];
  return { reasons, rule: gravest ? { id: gravest.rule, words } : null };
}
