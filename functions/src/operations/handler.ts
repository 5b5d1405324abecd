/** The Lambda `operations`: what administrators do about the network's machinery. It alone may start jobs. */
import { routerOf } from '../http/router.ts';

export const handler = routerOf('operations', {
  deadLetter: [() => import('@hanoi/core/dead-letter/contract'), () => import('./dead-letter.ts')],
  job: [() => import('@hanoi/core/job/contract'), () => import('./job.ts')],
});
