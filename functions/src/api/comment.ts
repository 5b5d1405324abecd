/** Comments over HTTP. */
import type { commentContract } from '@hanoi/core/comment/contract';
import { deleteComment, editComment, listComments, postComment } from '@hanoi/core/comment/service';
import type { HandlesOf } from '../http/handle.ts';

export const handles: HandlesOf<typeof commentContract> = {
  listChallengeComments: (ctx, { params, query }) => listComments(ctx, params.id, query),
  commentOnChallenge: (ctx, { params, body }) => postComment(ctx, params.id, body),
  listSolutionComments: (ctx, { params, query }) => listComments(ctx, params.id, query),
  commentOnSolution: (ctx, { params, body }) => postComment(ctx, params.id, body),
  editComment: (ctx, { params, body }) => editComment(ctx, params.id, body),
  deleteComment: async (ctx, { params }) => {
    await deleteComment(ctx, params.id);
    return undefined;
  },
};
