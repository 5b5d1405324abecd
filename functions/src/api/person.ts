/** One's own account over HTTP. */
import type { personContract } from '@hanoi/core/person/contract';
import { editMe, getMe } from '@hanoi/core/person/service';
import type { HandlesOf } from '../http/handle.ts';

export const handles: HandlesOf<typeof personContract> = {
  getMe: (ctx) => getMe(ctx),
  editMe: (ctx, { body }) => editMe(ctx, body),
};
