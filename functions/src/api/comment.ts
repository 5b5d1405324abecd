/** Comments over HTTP. */
import { commentContract } from '@hanoi/core/comment/contract';
import { deleteComment, editComment, listComments, postComment } from '@hanoi/core/comment/service';
import { type HandlesOf, handlesOfKinds } from '../http/handle.ts';

export const handles: HandlesOf<typeof commentContract> = {
  ...handlesOfKinds(commentContract, 'list*Comments', (ctx, { params, query }) => listComments(ctx, params.id, query)),
  ...handlesOfKinds(commentContract, 'commentOn*', (ctx, { params, body }) => postComment(ctx, params.id, body)),
  editComment: (ctx, { params, body }) => editComment(ctx, params.id, body),
  deleteComment: async (ctx, { params }) => {
    await deleteComment(ctx, params.id);
    return undefined;
  },
};
