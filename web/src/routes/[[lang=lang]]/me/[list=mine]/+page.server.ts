/** One of the lists of one's own things, a page at a time. */
import { ProblemError } from '@hanoi/core/api/client';
import { myListName } from '@hanoi/core/mine/contract';
import { kinds, subjectKinds } from '@hanoi/core/subject/kinds';
import type { MyList } from '$lib/me/my-lists';
import { apiFor } from '$lib/server/api';
import { throwPage } from '$lib/server/problems';
import { requireSignIn } from '$lib/server/sign-in';
import type { PageServerLoad } from './$types';
import { commentThing, subjectThing } from './thing.server';

export const load: PageServerLoad = async (event) => {
  await event.parent();
  const list = event.params.list as MyList;
  const cursor = event.url.searchParams.get('cursor') ?? undefined;
  try {
    return { list, isFirst: !cursor, ...(await read(event, list, cursor)) };
  } catch (thrown) {
    if (thrown instanceof ProblemError && thrown.problem.status === 401) requireSignIn(event);
    throwPage(event, thrown);
  }
};

async function read(event: Parameters<PageServerLoad>[0], list: MyList, cursor: string | undefined) {
  const { mine } = apiFor(event);
  const query = { limit: 20, cursor };
  if (list === 'comments') {
    const { items, nextCursor } = await mine.listMyComments({ query });
    return { items: items.map(commentThing), nextCursor };
  }
  const made = subjectKinds.find((kind) => kinds[kind].path === list);
  if (list === 'support') {
    const { items, nextCursor, setAside } = await mine.listMySupport({ query });
    return {
      items: items.map((card) => ({ ...subjectThing(card), isSetAside: setAside.includes(card.id) })),
      nextCursor,
    };
  }
  const name = made ? myListName(made) : 'listMyFollows';
  const { items, nextCursor } = await mine[name]({ query });
  return { items: items.map(subjectThing), nextCursor };
}
