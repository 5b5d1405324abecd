/** The Lambda `search`: searches, and the lists that the search index answers. */
import { contracts } from '@hanoi/core/contracts';
import { routerOf } from '../http/router.ts';
import { warmUp } from './warm-up.ts';

const loadLists = () => import('./lists.ts');

export const handler = routerOf('search', [
  { contract: contracts.search, load: () => import('./search.ts') },
  { contract: contracts.challenge, load: loadLists },
  { contract: contracts.solution, load: loadLists },
]);

await warmUp();
