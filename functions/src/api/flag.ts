/** Flags over HTTP. */
import type { flagContract } from '@hanoi/core/flag/contract';
import { getFlags } from '@hanoi/core/flag/service';
import type { HandlesOf } from '../http/handle.ts';

export const handles: HandlesOf<typeof flagContract> = {
  getFlags: (ctx) => getFlags(ctx),
};
