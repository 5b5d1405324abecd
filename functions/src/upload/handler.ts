/** The Lambda `upload`: images. */
import { contracts } from '@hanoi/core/contracts';
import { routerOf } from '../http/router.ts';

export const handler = routerOf('upload', [{ contract: contracts.upload, load: () => import('./upload.ts') }]);
