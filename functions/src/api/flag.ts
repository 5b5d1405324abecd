/** Flags over HTTP. */
import type { flagContract } from '@hanoi/core/flag/contract';
import { getFlagChanges, getPublicFlags, setFlag } from '@hanoi/core/flag/service';
import type { HandlesOf } from '../http/handle.ts';

export const handles: HandlesOf<typeof flagContract> = {
  getFlags: (ctx) => getPublicFlags(ctx),
  getFlagChanges: (ctx) => getFlagChanges(ctx),
  setFlag: (ctx, { body }) => setFlag(ctx, body.name, body.value, body),
};
