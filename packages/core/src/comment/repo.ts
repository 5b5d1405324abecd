/** Comments in the table. */
import { getItem } from '../db/get.ts';
import { byPartition, cardKey, madeKey, threadPartition, threadPosition } from '../db/keys.ts';
import { queryPage } from '../db/query.ts';
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
  const isRoot = comment.rootId === comment.id;
  const item = {
    ...cardKey(comment.id),
    gsi1pk: byPartition(comment.author.id, 'comment'),
    gsi1sk: comment.id,
    gsi2pk: threadPartition(comment.subjectId as SubjectId),
    gsi2sk: isRoot ? threadPosition(comment.id) : threadPosition(comment.rootId, comment.id),
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

/** A page of a thread: each comment followed by its replies, oldest first. */
export async function listThread(
  ctx: Ctx,
  subject: SubjectId,
  query: { limit: number; cursor?: string },
): Promise<Page<Comment>> {
  const partition = threadPartition(subject);
  const page = await queryPage(ctx, { list: partition, index: 'gsi2', partition, order: 'ascending', ...query });
  return { ...page, items: page.items.map((item) => shown(item as unknown as StoredComment)) };
}

/** A stored comment as people see it: a deleted one keeps its place, but neither text nor author. */
export function shown(comment: StoredComment): Comment {
  if (comment.status === 'visible') return { ...comment, bodyHtml: renderMarkdown(comment.body) };
  return { ...comment, body: '', bodyHtml: '', author: null, organisation: null };
}
