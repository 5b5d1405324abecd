/** One's own account and things over HTTP. */
import type { personContract } from '@hanoi/core/person/contract';
import {
  editMe,
  getMe,
  listMyChallenges,
  listMyComments,
  listMySolutions,
  listMySubjects,
} from '@hanoi/core/person/service';
import type { HandlesOf } from '../http/handle.ts';

export const handles: HandlesOf<typeof personContract> = {
  getMe: (ctx) => getMe(ctx),
  editMe: (ctx, { body }) => editMe(ctx, body),
  listMyChallenges: (ctx, { query }) => listMyChallenges(ctx, query),
  listMySolutions: (ctx, { query }) => listMySolutions(ctx, query),
  listMyComments: (ctx, { query }) => listMyComments(ctx, query),
  listMySupport: (ctx, { query }) => listMySubjects(ctx, 'vote', query),
  listMyFollows: (ctx, { query }) => listMySubjects(ctx, 'follow', query),
};
