/** The Lambda `upload`: images. */
import { routerOf } from '../http/router.ts';

export const handler = routerOf('upload', {
  upload: [() => import('@hanoi/core/upload/contract'), () => import('./upload.ts')],
});
