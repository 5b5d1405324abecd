/** Wards over HTTP: the city's own list. */
import type { wardContract } from '@hanoi/core/ward/contract';
import { listWards } from '@hanoi/core/ward/service';
import type { HandlesOf } from '../http/handle.ts';

export const handles: HandlesOf<typeof wardContract> = {
  listWards: async () => ({ items: await listWards(), nextCursor: null }),
};
