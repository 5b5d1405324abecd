/** Figures of the day over HTTP. */
import type { Contract } from '../api/endpoint.ts';
import { z } from '../shared/zod.ts';
import { dayFiguresSchema } from './schema.ts';

export const dailyContract = {
  listDayFigures: {
    method: 'GET',
    path: '/admin/figures',
    summary:
      'Figures of today and the seven days before in Hanoi, the latest first; counted every ten minutes, days that were never counted are left out',
    access: ['administrator'],
    status: 200,
    output: z.object({ items: z.array(dayFiguresSchema) }),
  },
} as const satisfies Contract;
