/** One's own things over HTTP. */
import { type mineContract, myListName } from '@hanoi/core/mine/contract';
import { listMine, listMyComments, listMySubjects } from '@hanoi/core/mine/service';
import type { Ctx } from '@hanoi/core/shared/context';
import { subjectKinds } from '@hanoi/core/subject/kinds';
import type { HandlesOf } from '../http/handle.ts';

type Handles = HandlesOf<typeof mineContract>;
type PageRequest = { query: { limit: number; cursor?: string } };

const ofKinds = Object.fromEntries(
  subjectKinds.map((kind) => [myListName(kind), (ctx: Ctx, { query }: PageRequest) => listMine(ctx, kind, query)]),
) as unknown as Omit<Handles, 'listMyComments' | 'listMySupport' | 'listMyFollows'>;

export const handles: Handles = {
  ...ofKinds,
  listMyComments: (ctx, { query }) => listMyComments(ctx, query),
  listMySupport: (ctx, { query }) => listMySubjects(ctx, 'vote', query),
  listMyFollows: (ctx, { query }) => listMySubjects(ctx, 'follow', query),
};
