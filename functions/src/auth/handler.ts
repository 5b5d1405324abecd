/** The Lambda `auth`: signing in and out. */
import { contracts } from '@hanoi/core/contracts';
import { routerOf } from '../http/router.ts';

export const handler = routerOf('auth', [{ contract: contracts.identity, load: () => import('./identity.ts') }]);
