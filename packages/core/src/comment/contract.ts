/** Comments over HTTP. */
import type { Contract } from '../shared/endpoint.ts';
import { idSchema } from '../shared/ids.ts';
import { pageOf, pageQuery } from '../shared/page.ts';
import { z } from '../shared/zod.ts';
import { commentChangeSchema, commentSchema, newCommentSchema } from './schema.ts';

const challenge = z.strictObject({ id: idSchema('challenge') });
const solution = z.strictObject({ id: idSchema('solution') });
const comment = z.strictObject({ id: idSchema('comment') });

const list = {
  method: 'GET',
  access: 'anyone',
  query: z.strictObject(pageQuery),
  status: 200,
  output: pageOf(commentSchema),
  sharedCacheSeconds: 2,
} as const;
const post = {
  method: 'POST',
  access: 'signed-in',
  switch: 'comments',
  body: newCommentSchema,
  status: 201,
  output: commentSchema,
} as const;
const postErrors = [
  'too_many_requests',
  'comments_closed',
  'comment_parent_invalid',
  'not_organisation_member',
  'idempotency_key_reused',
] as const;

export const commentContract = {
  listChallengeComments: {
    ...list,
    path: '/challenges/{id}/comments',
    summary: 'The thread of a challenge: each comment followed by its replies, oldest first',
    params: challenge,
    errors: ['challenge_not_found'],
  },
  commentOnChallenge: {
    ...post,
    path: '/challenges/{id}/comments',
    summary: 'Comment on a challenge',
    params: challenge,
    errors: ['challenge_not_found', ...postErrors],
  },
  listSolutionComments: {
    ...list,
    path: '/solutions/{id}/comments',
    summary: 'The thread of a solution: each comment followed by its replies, oldest first',
    params: solution,
    errors: ['solution_not_found'],
  },
  commentOnSolution: {
    ...post,
    path: '/solutions/{id}/comments',
    summary: 'Comment on a solution',
    params: solution,
    errors: ['solution_not_found', ...postErrors],
  },
  editComment: {
    method: 'PATCH',
    path: '/comments/{id}',
    summary: 'Edit a comment of one’s own, soon after writing it',
    access: 'signed-in',
    switch: 'comments',
    params: comment,
    body: commentChangeSchema,
    status: 200,
    output: commentSchema,
    errors: ['comment_not_found', 'comment_edit_window_over', 'version_conflict'],
  },
  deleteComment: {
    method: 'DELETE',
    path: '/comments/{id}',
    summary: 'Delete a comment of one’s own; replies stay',
    access: 'signed-in',
    params: comment,
    status: 204,
    errors: ['comment_not_found'],
  },
} as const satisfies Contract;
