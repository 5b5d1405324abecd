/** Comments over HTTP. */
import type { Contract } from '../api/endpoint.ts';
import { forKinds } from '../api/for-kinds.ts';
import { bodyLimits } from '../api/limits.ts';
import { idSchema } from '../shared/ids.ts';
import { pageOf, pageQuery } from '../shared/page.ts';
import { reportReasonSchema } from '../shared/report-reason.ts';
import { blockOfText } from '../shared/text.ts';
import { z } from '../shared/zod.ts';
import { kindsWith } from '../subject/kinds.ts';
import { commentChangeSchema, commentSchema, newCommentSchema } from './schema.ts';

const comment = z.strictObject({ id: idSchema('comment') });

/** Why a moderator deletes it; authors need no reason. */
const removalQuery = z.strictObject({
  reason: reportReasonSchema.default('other'),
  note: blockOfText(2, 1_000)
    .default('Bình luận không phù hợp với quy tắc ứng xử.')
    .meta({ description: 'What was found, told to its author' }),
});

const commentable = kindsWith('comment');

export const commentContract = {
  ...forKinds(commentable, 'list*Comments', {
    method: 'GET',
    path: '/comments',
    summary: 'The thread of *: each comment followed by its replies, oldest first',
    access: 'anyone',
    query: z.strictObject({
      ...pageQuery,
      around: idSchema('comment').optional().meta({
        description: 'Without a cursor: the page that holds this comment; the first one if it is not in this thread',
      }),
    }),
    status: 200,
    output: pageOf(commentSchema).extend({
      isFirst: z.boolean().meta({ description: 'Whether no comment of the thread comes before these' }),
    }),
    sharedCacheSeconds: 2,
  }),
  ...forKinds(commentable, 'list*WaitingComments', {
    method: 'GET',
    path: '/comments/waiting',
    summary:
      'Comments on * that wait or were sent back: one’s own; of everybody, for moderators. None for any id without',
    access: 'signed-in',
    status: 200,
    output: z.object({ items: z.array(commentSchema) }),
    answersAnyId: true,
  }),
  ...forKinds(commentable, 'commentOn*', {
    method: 'POST',
    path: '/comments',
    summary: 'Comment on *',
    access: 'signed-in',
    pace: 'comment',
    bodyLimit: bodyLimits.comment,
    switch: 'comments',
    body: newCommentSchema,
    status: 201,
    output: commentSchema,
    errors: [
      'too_many_requests',
      'comments_closed',
      'name_required',
      'comment_parent_invalid',
      'not_organisation_member',
      'personal_data_found',
      'idempotency_key_reused',
    ],
  }),
  editComment: {
    method: 'PATCH',
    path: '/comments/{id}',
    summary: 'Edit a comment of one’s own, soon after writing it',
    access: 'signed-in',
    pace: 'edit',
    bodyLimit: bodyLimits.comment,
    switch: 'comments',
    params: comment,
    body: commentChangeSchema,
    status: 200,
    output: commentSchema,
    errors: [
      'comment_not_found',
      'comment_edit_window_over',
      'comments_closed',
      'version_conflict',
      'personal_data_found',
    ],
  } as const,
  deleteComment: {
    method: 'DELETE',
    path: '/comments/{id}',
    summary: 'Delete a comment of one’s own; that of another a moderator hides, with a reason. Replies stay',
    access: 'signed-in',
    pace: 'free',
    bodyLimit: bodyLimits.small,
    params: comment,
    query: removalQuery,
    status: 204,
    errors: ['comment_not_found', 'own_content', 'outside_scope', 'claimed_by_other', 'item_done'],
  } as const,
} satisfies Contract;
