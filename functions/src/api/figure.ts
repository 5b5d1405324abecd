/** Figures of the whole city over HTTP. */
import type { figureContract } from '@hanoi/core/figure/contract';
import { getFigures } from '@hanoi/core/figure/service';
import type { HandlesOf } from '../http/handle.ts';

export const handles: HandlesOf<typeof figureContract> = {
  getFigures: (ctx) => getFigures(ctx),
};
