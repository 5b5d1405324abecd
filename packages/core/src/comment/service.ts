/** Use cases of comments: write, edit soon after, delete, read the thread. */

import { despiteEdits, EditedMeanwhile } from '../card/move.ts';
import { assertTakesComments, openAboveParts, takesCommentsParts } from '../card/open.ts';
import { isHeld } from '../card/review.ts';
import { organisationFor } from '../card/rules.ts';
import { requireCard, requireSeen, type Seen } from '../card/service.ts';
import { once } from '../db/idempotency.ts';
import { type Part, transact } from '../db/transact.ts';
import { assertNamed } from '../person/rules.ts';
import { judgePost, maskTexts } from '../rule/service.ts';
import { AppError } from '../shared/app-error.ts';
import { type Ctx, requirePerson } from '../shared/context.ts';
import { type CommentId, newId, type SubjectId } from '../shared/ids.ts';
import { assertShowsWords } from '../shared/shown-words.ts';
import { after, hasCome, iso } from '../shared/time.ts';
import { versionConflict } from '../shared/version.ts';
import { countPart, takesCommentsPart } from '../tally/repo.ts';
import { takePace } from '../trust/service.ts';
import {
  changeCommentPart,
  countedPart,
  findComment,
  isWaiting,
  listThread,
  listThreadAround,
  newCommentParts,
  type StoredComment,
  shown,
  type ThreadPage,
} from './repo.ts';
import { type Comment, type CommentChange, editWindow, type NewComment } from './schema.ts';

/**
 * Writes a comment, or a reply to one of the same thread.
 * @throws not_signed_in, invalid_input, its kind's `…_not_found`, comments_closed, name_required, comment_parent_invalid,
 *   not_organisation_member, too_many_requests, personal_data_found
 */
export async function postComment(ctx: Ctx, subject: SubjectId, input: NewComment): Promise<Comment> {
  const actor = requirePerson(ctx);
  const seen = await requireSeen(ctx, subject, { consistent: true });
  assertTakesComments(ctx, seen.card);
  assertShowsWords(input.body);
  assertNamed(actor);
  const above = openAboveParts(ctx, seen.parent, 'comments_closed');
  const organisation = organisationFor(actor, input.organisation);
  const parent = input.parentId ? await requireParent(ctx, subject, input.parentId) : undefined;
  const now = ctx.now();
  const newCommentId = newId('comment', ctx);
  const { texts, masked } = await maskTexts(ctx, { body: input.body }, { choice: input.personalData });
  const comment = {
    id: newCommentId,
    subjectId: subject,
    parentId: parent?.id ?? null,
    rootId: parent?.rootId ?? newCommentId,
    status: 'visible' as 'visible' | 'pending',
    stance: input.stance,
    body: texts.body,
    author: { id: actor.id, name: actor.name },
    organisation,
    version: 1,
    createdAt: iso(now),
    editedAt: null,
    editableUntil: iso(after(now, editWindow)),
  };
  const action = {
    subject,
    person: actor.id,
    counter: 'comments',
    amount: 1,
    at: now,
    openUntil: seen.card.closesAt,
  } as const;
  const id = await once(ctx, `postComment ${subject}`, input, newCommentId, async (claim) => {
    await takePace(ctx, 'comment');
    const judged = await judgePost(ctx, { id: newCommentId, kind: 'comment', version: 1, organisation, texts });
    const waits = judged.held || (await isHeld(ctx, { organisation }));
    if (waits) comment.status = 'pending';
    const closed = () => new AppError('comments_closed');
    await transact(ctx, [
      ...newCommentParts(comment),
      // One that waits is counted when it is approved; it was in time if it was sent in time.
      waits ? takesCommentsPart(ctx, subject, actor.id, closed) : countPart(ctx, action, closed),
      ...above,
      ...judged.parts,
      ...claim,
    ]);
  });
  if (id === newCommentId) return { ...shown(actor, comment), ...(masked.length > 0 && { masked }) };
  // What the same request made before, also when it has been deleted since.
  const made = await findComment(ctx, id);
  if (!made) throw new AppError('comment_not_found');
  return { ...shown(actor, made), ...(masked.length > 0 && { masked }) };
}

/**
 * A page of a thread: from the cursor on, or the one that holds the comment `around`. A comment that is not in this thread gives the
 * first page, so that an old address still leads to the thread.
 * @throws its kind's `…_not_found`, invalid_cursor
 */
export async function listComments(
  ctx: Ctx,
  subject: SubjectId,
  { around, ...query }: { limit: number; cursor?: string; around?: CommentId },
): Promise<ThreadPage> {
  await requireCard(ctx, subject);
  const comment = around && !query.cursor ? await findComment(ctx, around) : undefined;
  const isThere = comment?.subjectId === subject && !isWaiting(comment);
  if (isThere) return listThreadAround(ctx, comment, query.limit);
  return listThread(ctx, subject, query);
}

/**
 * Edits one's own comment within the window, as long as people take part in what it is about; one that waits, at any time. One that was
 * sent back waits again.
 * @throws not_signed_in, invalid_input, comment_not_found, not_allowed, comment_edit_window_over, comments_closed,
 *   version_conflict, too_many_requests, personal_data_found
 */
export async function editComment(ctx: Ctx, id: CommentId, change: CommentChange): Promise<Comment> {
  const actor = requirePerson(ctx);
  await takePace(ctx, 'edit');
  const comment = await requireEditable(ctx, id);
  const { version, personalData: choice, ...fields } = change;
  if (version !== undefined && version !== comment.version) throw versionConflict(comment.version);
  assertShowsWords(fields.body);
  const { texts, masked } = await maskTexts(ctx, { body: fields.body }, { choice, present: { body: comment.body } });
  // One that was sent back is sent again by its edit.
  const resent = comment.status === 'returned' && { status: 'pending' as const };
  const edited = { ...fields, ...(texts.body && { body: texts.body }), ...resent, editedAt: iso(ctx.now()) };
  const open = takesCommentsParts(ctx, await requireSubject(ctx, comment));
  await transact(ctx, [
    changeCommentPart(comment, edited, (found) => versionConflict(found?.version)),
    ...open,
    ...(await judgedParts(ctx, comment, texts.body)),
  ]);
  const changed = { ...comment, ...edited, version: comment.version + 1 };
  return { ...shown(actor, changed), ...(masked.length > 0 && { masked }) };
}

/** What rules find in an edit. One that waits already goes on to wait, whatever they find. */
async function judgedParts(ctx: Ctx, comment: StoredComment, body: string | undefined): Promise<Part[]> {
  if (body === undefined || body === comment.body) return [];
  const { id, organisation, version } = comment;
  const before = comment.status === 'visible' ? { body: comment.body } : undefined;
  const post = { id, kind: 'comment', organisation, version: version + 1, texts: { body }, before } as const;
  return (await judgePost(ctx, post)).parts;
}

/** A comment of one's own that may be changed: soon after it was written; for as long as it waits, if it does. */
async function requireEditable(ctx: Ctx, id: CommentId): Promise<StoredComment> {
  const comment = await findComment(ctx, id);
  const isOwn = comment?.author?.id === requirePerson(ctx).id;
  if (!comment || (comment.status !== 'visible' && !(isOwn && isWaiting(comment))))
    throw new AppError('comment_not_found');
  if (!isOwn) throw new AppError('not_allowed');
  if (comment.status === 'visible' && hasCome(comment.editableUntil, ctx.now()))
    throw new AppError('comment_edit_window_over');
  return comment;
}

/**
 * Deletes one's own comment: its text goes, its place and the replies stay. Deleting it again changes nothing.
 * @throws not_signed_in, comment_not_found, not_allowed
 */
export async function deleteComment(ctx: Ctx, id: CommentId): Promise<void> {
  await despiteEdits(() => remove(ctx, id));
}

async function remove(ctx: Ctx, id: CommentId): Promise<void> {
  const actor = requirePerson(ctx);
  const comment = await findComment(ctx, id);
  if (!comment) throw new AppError('comment_not_found');
  if (comment.author?.id !== actor.id) throw new AppError('not_allowed');
  if (comment.status === 'deleted') return;
  const gone = { status: 'deleted', body: '', hidden: null, deletedAt: iso(ctx.now()) };
  await transact(ctx, [
    changeCommentPart(comment, gone, () => new EditedMeanwhile()),
    // A hidden one is out of the count already.
    ...(comment.status === 'visible' ? [countedPart(ctx, comment, -1)] : []),
  ]);
}

/** What a comment is about, read strongly. A comment on what is hidden is hidden with it. @throws comment_not_found */
async function requireSubject(ctx: Ctx, comment: StoredComment): Promise<Seen> {
  try {
    return await requireSeen(ctx, comment.subjectId as SubjectId, { consistent: true });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw new AppError('comment_not_found', { cause: error });
  }
}

async function requireParent(ctx: Ctx, subject: SubjectId, id: CommentId): Promise<StoredComment> {
  const parent = await findComment(ctx, id);
  if (parent?.status === 'visible' && parent.subjectId === subject) return parent;
  throw new AppError('comment_parent_invalid', {
    fields: [{ path: '/parentId', code: 'comment_parent_invalid', message: id }],
  });
}
