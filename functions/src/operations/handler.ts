/** The Lambda `operations`: what administrators do about the network's machinery. It alone may start jobs. */
import { routerOf } from '../http/router.ts';

export const handler = routerOf('operations', {
  job: [() => import('@hanoi/core/job/contract'), () => import('./job.ts')],
});
