/** Comments over HTTP. */
import { commentContract } from '@hanoi/core/comment/contract';
import { listWaiting } from '@hanoi/core/comment/repo';
import { editComment, listComments, postComment } from '@hanoi/core/comment/service';
import { removeComment } from '@hanoi/core/moderation/at-once';
import { type HandlesOf, handlesOfKinds } from '../http/handle.ts';

export const handles: HandlesOf<typeof commentContract> = {
  ...handlesOfKinds(commentContract, 'list*Comments', (ctx, { params, query }) => listComments(ctx, params.id, query)),
  ...handlesOfKinds(commentContract, 'list*WaitingComments', async (ctx, { params }) => ({
    items: await listWaiting(ctx, params.id),
  })),
  ...handlesOfKinds(commentContract, 'commentOn*', (ctx, { params, body }) => postComment(ctx, params.id, body)),
  editComment: (ctx, { params, body }) => editComment(ctx, params.id, body),
  deleteComment: async (ctx, { params, query }) => {
    await removeComment(ctx, params.id, query);
    return undefined;
  },
};
