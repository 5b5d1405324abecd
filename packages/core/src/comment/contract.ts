/** Comments over HTTP. */
import { bodyOfText, type Contract } from '../api/endpoint.ts';
import { forKinds } from '../api/for-kinds.ts';
import { idSchema } from '../shared/ids.ts';
import { pageOf, pageQuery } from '../shared/page.ts';
import { z } from '../shared/zod.ts';
import { kindsWith } from '../subject/kinds.ts';
import { commentChangeSchema, commentLength, commentSchema, newCommentSchema } from './schema.ts';

const comment = z.strictObject({ id: idSchema('comment') });

const commentable = kindsWith('comment');

export const commentContract = {
  ...forKinds(commentable, 'list*Comments', {
    method: 'GET',
    path: '/comments',
    summary: 'The thread of *: each comment followed by its replies, oldest first',
    access: 'anyone',
    query: z.strictObject(pageQuery),
    status: 200,
    output: pageOf(commentSchema),
    sharedCacheSeconds: 2,
  }),
  ...forKinds(commentable, 'commentOn*', {
    method: 'POST',
    path: '/comments',
    summary: 'Comment on *',
    access: 'signed-in',
    switch: 'comments',
    body: newCommentSchema,
    bodyBytes: bodyOfText(commentLength[1]),
    status: 201,
    output: commentSchema,
    errors: [
      'too_many_requests',
      'comments_closed',
      'comment_parent_invalid',
      'not_organisation_member',
      'idempotency_key_reused',
    ],
  }),
  editComment: {
    method: 'PATCH',
    path: '/comments/{id}',
    summary: 'Edit a comment of one’s own, soon after writing it',
    access: 'signed-in',
    switch: 'comments',
    params: comment,
    body: commentChangeSchema,
    bodyBytes: bodyOfText(commentLength[1]),
    status: 200,
    output: commentSchema,
    errors: ['comment_not_found', 'comment_edit_window_over', 'comments_closed', 'version_conflict'],
  } as const,
  deleteComment: {
    method: 'DELETE',
    path: '/comments/{id}',
    summary: 'Delete a comment of one’s own; replies stay',
    access: 'signed-in',
    params: comment,
    status: 204,
    errors: ['comment_not_found'],
  } as const,
} satisfies Contract;
