/** The Lambda `auth`: signing in and out. */
import { routerOf } from '../http/router.ts';

export const handler = routerOf('auth', {
  identity: [() => import('@hanoi/core/identity/contract'), () => import('./identity.ts')],
});
