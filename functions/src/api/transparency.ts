/** Transparency reports over HTTP. */
import type { transparencyContract } from '@hanoi/core/transparency/contract';
import { getTransparency } from '@hanoi/core/transparency/service';
import type { HandlesOf } from '../http/handle.ts';

export const handles: HandlesOf<typeof transparencyContract> = {
  getTransparency: (ctx, { params }) => getTransparency(ctx, params.month),
};
