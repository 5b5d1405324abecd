/** The Lambda `search`: searches, and the lists that the search index answers. */
import { routerOf } from '../http/router.ts';
import { warmUp } from './warm-up.ts';

const loadLists = () => import('./lists.ts');

export const handler = routerOf('search', {
  search: [() => import('@hanoi/core/search/contract'), () => import('./search.ts')],
  challenge: [() => import('@hanoi/core/challenge/contract'), loadLists],
  solution: [() => import('@hanoi/core/solution/contract'), loadLists],
});

await warmUp();
