/** Programmes and wards over HTTP: the city's own lists. */
import type { programmeContract } from '@hanoi/core/programme/contract';
import { programmes } from '@hanoi/core/programme/schema';
import type { wardContract } from '@hanoi/core/ward/contract';
import { listWards } from '@hanoi/core/ward/service';
import type { HandlesOf } from '../http/handle.ts';

export const handles: HandlesOf<typeof programmeContract> & HandlesOf<typeof wardContract> = {
  listProgrammes: async () => ({ items: [...programmes], nextCursor: null }),
  listWards: async () => ({ items: await listWards(), nextCursor: null }),
};
