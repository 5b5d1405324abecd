/** One item with all that a moderator looks at before they decide. */
import pMap from 'p-map';
import { imageOf, type StoredImage } from '../card/image.ts';
import { maySee } from '../card/rules.ts';
import { decisionOf, findKept, listDecisionsAbout, listDecisionsOf } from '../decision/repo.ts';
import type { Action } from '../decision/schema.ts';
import { type Matter, matterOf, possibleActions } from '../decision/service.ts';
import { findContent, listReportsOf } from '../report/repo.ts';
import { type Content, isTheirsAlone, refOf, writerOf } from '../report/rules.ts';
import { AppError } from '../shared/app-error.ts';
import { type Ctx, hasRole, requirePerson } from '../shared/context.ts';
import { type DecisionId, type ItemId, type PersonId, type SubjectId, timeOfId } from '../shared/ids.ts';
import { renderMarkdown } from '../shared/markdown.ts';
import { iso } from '../shared/time.ts';
import type { Level } from '../trust/schema.ts';
import { historyOf } from '../trust/service.ts';
import { requireItem, whyNotDecidable } from './access.ts';
import { findAppealed } from './decide.ts';
import { shown } from './queue.ts';
import type { StoredItem } from './repo.ts';
import type { WholeModerationItem } from './schema.ts';
import { withVotes } from './votes.ts';

/** So many reports are shown with an item: what more of them say, their counts tell. */
const reportsShown = 50;
/** So many former decisions. */
const decisionsShown = 20;

/**
 * An item with the whole content, its reports, what this moderator may decide, and former decisions.
 * @throws not_signed_in, not_allowed, item_not_found, outside_scope
 */
export async function getItem(ctx: Ctx, id: ItemId): Promise<WholeModerationItem> {
  const { item, content } = await requireItem(ctx, id);
  const writer = writerOf(content);
  const [[answered], reports, matter, thread, appealed, like, decisions, ofAuthor] = await Promise.all([
    shown(ctx, [item]),
    listReportsOf(ctx, item, reportsShown),
    matterOf(ctx, content).then((matter) => withVotes(ctx, item, matter)),
    threadOf(ctx, content),
    item.decision ? findAppealed(ctx, item) : undefined,
    item.like ? findContent(ctx, item.like) : undefined,
    listDecisionsOf(ctx, item.subject, { limit: decisionsShown }),
    writer ? listDecisionsAbout(ctx, writer.id, { limit: decisionsShown }) : undefined,
  ]);
  if (!answered) throw new AppError('item_not_found');
  return {
    ...answered,
    ...textOf(matter),
    thread,
    contentStatus: (content.comment ?? content.card).status,
    reports: reports
      .map(({ reason, note, at }) => ({ reason, note, at }))
      .toSorted((one, other) => (one.at < other.at ? -1 : 1)),
    possible: possibleFor(ctx, item, matter),
    like: like ? refOf(like, { isSeen: !isTheirsAlone(like) }) : null,
    appealed: appealed ? decisionOf(appealed) : null,
    takenOut: appealed?.action === 'redact' ? await takenOutBy(ctx, appealed.id, content) : null,
    votes: matter.evidence ?? null,
    voter: item.appellant ? await voterOf(ctx, item.appellant) : null,
    decisions: decisions.items.map(decisionOf),
    authorDecisions: (ofAuthor?.items ?? []).map(decisionOf),
  };
}

/** People looked at side by side. */
const sideBySide = 4;

/** How far people are trusted, by their ids. Administrators see it beside those they find. @throws not_allowed */
export async function levelsOf(ctx: Ctx, ids: readonly PersonId[]): Promise<Map<PersonId, Level>> {
  if (!hasRole(ctx.actor, 'administrator')) throw new AppError('not_allowed');
  const found = await pMap(ids, async (id) => [id, (await historyOf(ctx, id)).level] as const, {
    concurrency: sideBySide,
  });
  return new Map(found);
}

/** What is known of somebody who appeals about their vote: enough to decide by, and no name. */
async function voterOf(ctx: Ctx, person: PersonId): Promise<WholeModerationItem['voter']> {
  return { joinedAt: iso(new Date(timeOfId(person))), ...(await historyOf(ctx, person)) };
}

/** The content as readers saw it, also while it is hidden; nothing of what is its author's alone. */
function textOf({ content, body }: Matter) {
  if (isTheirsAlone(content)) return { body: '', bodyHtml: '', pictures: [] };
  const { card, parent, comment } = content;
  const text = comment?.body ?? body?.body ?? '';
  const of = body && !maySee({ kind: 'anonymous' }, card, parent) ? card.id : undefined;
  return { body: text, bodyHtml: renderMarkdown(text), pictures: picturesOf(body?.images ?? [], of) };
}

function picturesOf(images: readonly StoredImage[], of?: SubjectId) {
  return images.map((image) => imageOf(image, of)).map(({ id, url, alt }) => ({ id, url, alt }));
}

/** What a decision took out of content: whoever decides about an appeal reads what it is about. */
async function takenOutBy(ctx: Ctx, id: DecisionId, content: Content): Promise<WholeModerationItem['takenOut']> {
  const kept = isTheirsAlone(content) ? undefined : await findKept(ctx, id);
  if (!kept) return null;
  const pictures = picturesOf(kept.pictures?.map(({ image }) => image) ?? [], content.card.id);
  return { passages: Object.values(kept.texts).flat(), pictures };
}

/** What stands around a comment; null for a subject. */
async function threadOf(ctx: Ctx, { card, comment }: Content): Promise<WholeModerationItem['thread']> {
  if (!comment) return null;
  const { title, summary } = card;
  const answered = comment.parentId ? await findContent(ctx, comment.parentId) : undefined;
  if (!answered?.comment) return { title, summary, answered: null };
  const { id, author, body, status, createdAt } = answered.comment;
  const { path } = refOf(answered);
  return { title, summary, answered: { id, path, author: author?.name ?? null, body, status, createdAt } };
}

/** What this moderator may decide now, by the state of the content and whose it is. A claim of another only delays them. */
function possibleFor(ctx: Ctx, item: StoredItem, matter: Matter): Action[] {
  if (whyNotDecidable(requirePerson(ctx), { item, content: matter.content })) return [];
  return item.decision ? ['uphold', 'overturn'] : possibleActions(ctx, matter);
}
