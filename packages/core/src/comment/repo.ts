/** Comments in the table. */
import { getItem } from '../db/get.ts';
import { byPartition, cardKey, madeKey, threadPartition, threadPosition } from '../db/keys.ts';
import { cursorAfter, queryPage } from '../db/query.ts';
import { type Part, putNew, setPart } from '../db/transact.ts';
import type { Ctx } from '../shared/context.ts';
import type { CommentId, SubjectId } from '../shared/ids.ts';
import { renderMarkdown } from '../shared/markdown.ts';
import type { Page } from '../shared/page.ts';
import type { Comment } from './schema.ts';

/** A comment as stored: its HTML is made when it is read, so that a better sanitizer applies to old texts too. */
export type StoredComment = Omit<Comment, 'bodyHtml'>;

export async function findComment(ctx: Ctx, id: CommentId): Promise<StoredComment | undefined> {
  return (await getItem(ctx, cardKey(id), { consistent: true })) as StoredComment | undefined;
}

/** Parts that store a new comment, in the thread of its subject and in the list of its author. */
export function newCommentParts(comment: StoredComment & { author: NonNullable<Comment['author']> }): Part[] {
  const item = {
    ...cardKey(comment.id),
    gsi1pk: byPartition(comment.author.id, 'comment'),
    gsi1sk: comment.id,
    gsi2pk: threadPartition(comment.subjectId as SubjectId),
    gsi2sk: positionOf(comment),
    ...comment,
  };
  const { organisation } = comment;
  const made = organisation ? [putNew(madeKey(organisation.id, 'comment', comment.id))] : [];
  return [{ ...putNew(item), changed: comment.id }, ...made];
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
  return { ...setPart(cardKey(comment.id), fields, condition, refused), changed: comment.id };
}

/** A stretch of a thread. */
export type ThreadPage = Page<Comment> & { isFirst: boolean };
type ThreadQuery = { limit: number; cursor?: string };

/** A page of a thread: each comment followed by its replies, oldest first. */
export async function listThread(ctx: Ctx, subject: SubjectId, query: ThreadQuery): Promise<ThreadPage> {
  const page = await queryPage(ctx, { ...threadOf(subject), order: 'ascending', ...query });
  const items = page.items.map((item) => shown(item as unknown as StoredComment));
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
  return { ...page, items: withCurrent(page.items, comment) };
}

/** The index may not have the comment yet, or have it as it was before the latest edit. */
function withCurrent(items: readonly Comment[], comment: StoredComment): Comment[] {
  const others = items.filter(({ id }) => id !== comment.id);
  const order = (one: Pick<Comment, 'id' | 'rootId'>, other: Pick<Comment, 'id' | 'rootId'>) =>
    positionOf(one) < positionOf(other) ? -1 : 1;
  return [...others, shown(comment)].toSorted(order);
}

function threadOf(subject: SubjectId) {
  const partition = threadPartition(subject);
  return { list: partition, index: 'gsi2', partition } as const;
}

/** The key of a comment in its thread: a reply comes after the comment that began its branch. */
function positionOf({ id, rootId }: Pick<Comment, 'id' | 'rootId'>): string {
  return rootId === id ? threadPosition(id) : threadPosition(rootId, id);
}

/** A stored comment as people see it: a deleted one keeps its place, but neither text nor author. */
export function shown(comment: StoredComment): Comment {
  if (comment.status === 'visible') return { ...comment, bodyHtml: renderMarkdown(comment.body) };
  return { ...comment, body: '', bodyHtml: '', author: null, organisation: null };
}
