/** Programmes and wards over HTTP: the city's own lists. */
import type { programmeContract } from '@hanoi/core/programme/contract';
import { programmesInForce } from '@hanoi/core/programme/in-force';
import type { wardContract } from '@hanoi/core/ward/contract';
import { listWards } from '@hanoi/core/ward/service';
import type { HandlesOf } from '../http/handle.ts';

export const handles: HandlesOf<typeof programmeContract> & HandlesOf<typeof wardContract> = {
  listProgrammes: async (ctx) => ({ items: [...(await programmesInForce(ctx))], nextCursor: null }),
  listWards: async () => ({ items: await listWards(), nextCursor: null }),
};
