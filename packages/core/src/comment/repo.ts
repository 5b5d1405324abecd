/** Comments in the table. */
import type { Moderated } from '../card/schema.ts';
import { getItem } from '../db/get.ts';
import {
  byPartition,
  cardKey,
  madeKey,
  threadPartition,
  threadPosition,
  waitingPartition,
  waitingPosition,
} from '../db/keys.ts';
import { cursorAfter, queryPage } from '../db/query.ts';
import { type Part, putNew, setPart } from '../db/transact.ts';
import { type Actor, type Ctx, hasRole, requirePerson } from '../shared/context.ts';
import type { CommentId, PersonId, SubjectId } from '../shared/ids.ts';
import { renderMarkdown } from '../shared/markdown.ts';
import type { Page } from '../shared/page.ts';
import { countPart } from '../tally/repo.ts';
import type { Comment } from './schema.ts';

/** A comment as stored: its HTML is made when it is read, so that a better sanitizer applies to old texts too. */
export type StoredComment = Omit<Comment, 'bodyHtml' | 'hiddenFor' | 'returned' | 'masked'> & {
  /** By which decision it is hidden. Its text stays, for its author and in case it is shown again. */
  hidden?: Moderated | null;
  /** By which decision it was sent back to its author. */
  returned?: Moderated | null;
};

export async function findComment(ctx: Ctx, id: CommentId): Promise<StoredComment | undefined> {
  return (await getItem(ctx, cardKey(id), { consistent: true })) as StoredComment | undefined;
}

/** Whether it is beside the thread: it waits for moderators, or was sent back to its author to be mended. */
export function isWaiting({ status }: Pick<Comment, 'status'>): boolean {
  return status === 'pending' || status === 'returned';
}

/** Where a comment is found: in the thread, or, while it waits, beside it. */
function placeOf(comment: Pick<Comment, 'id' | 'rootId' | 'subjectId'>, author: PersonId, waits: boolean) {
  const subject = comment.subjectId as SubjectId;
  return waits
    ? { gsi2pk: waitingPartition(subject), gsi2sk: waitingPosition(author, comment.id) }
    : { gsi2pk: threadPartition(subject), gsi2sk: positionOf(comment) };
}

/** Parts that store a new comment, in the thread of its subject, or beside it while it waits, and in the list of its author. */
export function newCommentParts(comment: StoredComment & { author: NonNullable<Comment['author']> }): Part[] {
  const item = {
    ...cardKey(comment.id),
    gsi1pk: byPartition(comment.author.id, 'comment'),
    gsi1sk: comment.id,
    ...placeOf(comment, comment.author.id, isWaiting(comment)),
    ...comment,
  };
  const { organisation } = comment;
  const made = organisation ? [putNew(madeKey(organisation.id, 'comment', comment.id))] : [];
  return [{ ...putNew(item), ...(!isWaiting(comment) && { changed: comment.id }) }, ...made];
}

/** A part that sets fields of a comment, conditional on its version. */
export function changeCommentPart(
  comment: StoredComment,
  change: Record<string, unknown>,
  refused: Part['refused'],
): Part {
  const condition = {
    expression: '#version = :version',
    names: { '#version': 'version' },
    values: { ':version': comment.version },
  };
  const fields = { ...change, version: comment.version + 1 };
  const part = setPart(cardKey(comment.id), fields, condition, refused);
  // What never was public is nothing that changed for readers.
  return isWaiting(comment) && change.status !== 'visible' ? part : { ...part, changed: comment.id };
}

/** The parts that publish a comment that waited: it takes its place in the thread, and is counted. Refused when it was changed meanwhile. */
export function publishCommentParts(ctx: Ctx, comment: StoredComment, refused: Part['refused']): Part[] {
  const place = placeOf(comment, comment.author!.id, false);
  const published = { status: 'visible', returned: null, ...place };
  return [changeCommentPart(comment, published, refused), countedPart(ctx, comment, 1)];
}

/** The part that sends a comment that waits back to its author. Refused when it was changed meanwhile. */
export function returnCommentPart(comment: StoredComment, returned: Moderated, refused: Part['refused']): Part {
  return changeCommentPart(comment, { status: 'returned', returned }, refused);
}

/** The parts that hide a comment: its place stays, and so do the replies. Refused when it was changed meanwhile. */
export function hideCommentParts(
  ctx: Ctx,
  comment: StoredComment,
  hidden: Moderated,
  refused: Part['refused'],
): Part[] {
  return [changeCommentPart(comment, { status: 'hidden', hidden }, refused), countedPart(ctx, comment, -1)];
}

/** The parts that show a hidden comment again, as its author left it. Refused when it was changed meanwhile. */
export function restoreCommentParts(ctx: Ctx, comment: StoredComment, refused: Part['refused']): Part[] {
  return [changeCommentPart(comment, { status: 'visible', hidden: null }, refused), countedPart(ctx, comment, 1)];
}

/** A part that takes a comment out of the count of its subject, or back in, with the weight that it had in the trend. */
export function countedPart(ctx: Ctx, { subjectId, author, createdAt }: StoredComment, amount: 1 | -1): Part {
  const at = new Date(createdAt);
  return countPart(ctx, { subject: subjectId as SubjectId, person: author!.id, counter: 'comments', amount, at });
}

/** A stretch of a thread. */
export type ThreadPage = Page<Comment> & { isFirst: boolean };
type ThreadQuery = { limit: number; cursor?: string };

/** A page of a thread: each comment followed by its replies, oldest first. */
export async function listThread(ctx: Ctx, subject: SubjectId, query: ThreadQuery): Promise<ThreadPage> {
  const page = await queryPage(ctx, { ...threadOf(subject), order: 'ascending', ...query });
  const items = page.items.map((item) => shown(ctx.actor, item as unknown as StoredComment));
  return { ...page, items, isFirst: !query.cursor };
}

/**
 * The page of a thread that holds `comment`, read in two queries however long the thread is. It is the first page if the comment is
 * on that one. Otherwise it begins with the comment's branch, or later if the branch is too long, so that the comment is on it.
 */
export async function listThreadAround(ctx: Ctx, comment: StoredComment, limit: number): Promise<ThreadPage> {
  const subject = comment.subjectId as SubjectId;
  const upTo = positionOf(comment);
  // Backwards from the comment: a page, and the one before it, after which the page begins.
  const { items } = await queryPage(ctx, { ...threadOf(subject), order: 'descending', upTo, limit: limit + 1 });
  const start = items.findIndex(({ id }) => id === comment.rootId) + 1 || limit;
  const before = items.length > limit ? items[Math.min(start, limit)] : undefined;
  const page = await listThread(ctx, subject, { limit, cursor: before && cursorAfter(threadOf(subject), before) });
  return { ...page, items: withCurrent(page.items, shown(ctx.actor, comment)) };
}

/** The index may not have the comment yet, or have it as it was before the latest edit. */
function withCurrent(items: readonly Comment[], comment: Comment): Comment[] {
  const others = items.filter(({ id }) => id !== comment.id);
  const order = (one: Pick<Comment, 'id' | 'rootId'>, other: Pick<Comment, 'id' | 'rootId'>) =>
    positionOf(one) < positionOf(other) ? -1 : 1;
  return [...others, comment].toSorted(order);
}

function threadOf(subject: SubjectId) {
  const partition = threadPartition(subject);
  return { list: partition, index: 'gsi2', partition } as const;
}

/** The key of a comment in its thread: a reply comes after the comment that began its branch. */
function positionOf({ id, rootId }: Pick<Comment, 'id' | 'rootId'>): string {
  return rootId === id ? threadPosition(id) : threadPosition(rootId, id);
}

/** So many waiting comments of a thread are shown: more of one person would be too many to read, and moderators have their queue. */
const mostWaiting = 20;

/** Comments on a subject that wait: one's own, also those sent back; of everybody, for moderators. Oldest first. */
export async function listWaiting(ctx: Ctx, subject: SubjectId): Promise<Comment[]> {
  const actor = requirePerson(ctx);
  const partition = waitingPartition(subject);
  const mine = hasRole(actor, 'moderator', 'administrator') ? undefined : waitingPosition(actor.id, '');
  const query = { list: partition, index: 'gsi2', partition, order: 'ascending', limit: mostWaiting } as const;
  const { items } = await queryPage(ctx, { ...query, ...(mine && { prefix: mine }) });
  const waiting = (items as unknown as StoredComment[]).filter((one) => isWaiting(one) && maySeeWhole(actor, one));
  return waiting.toSorted((one, other) => (one.id < other.id ? -1 : 1)).map((comment) => shown(actor, comment));
}

/**
 * A stored comment as the actor sees it. A deleted or hidden one keeps its place, but neither text nor author; who wrote a
 * hidden one still sees it whole. One that waits is seen by its author and by moderators, one that was sent back by its author alone.
 */
export function shown(actor: Actor, { hidden, returned = null, ...comment }: StoredComment): Comment {
  const hiddenFor = hidden?.reason ?? null;
  if (maySeeWhole(actor, comment)) return { ...comment, hiddenFor, returned, bodyHtml: renderMarkdown(comment.body) };
  return { ...comment, hiddenFor, returned: null, body: '', bodyHtml: '', author: null, organisation: null };
}

function maySeeWhole(actor: Actor, comment: Pick<StoredComment, 'status' | 'author'>): boolean {
  if (comment.status === 'visible') return true;
  if (comment.status === 'deleted') return false;
  const isOwn = actor.kind === 'person' && comment.author?.id === actor.id;
  return isOwn || (comment.status === 'pending' && hasRole(actor, 'moderator', 'administrator'));
}
