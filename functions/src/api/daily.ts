/** Figures of the day over HTTP. */
import type { dailyContract } from '@hanoi/core/daily/contract';
import { listDayFigures } from '@hanoi/core/daily/service';
import type { HandlesOf } from '../http/handle.ts';

export const handles: HandlesOf<typeof dailyContract> = {
  listDayFigures: async (ctx) => ({ items: await listDayFigures(ctx) }),
};
