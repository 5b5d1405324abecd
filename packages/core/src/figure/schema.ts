/** Figures: how much there is in the whole city, for the home page and the map. */
import { type ProgrammeCode, programmeCodes } from '../programme/schema.ts';
import { timeSchema } from '../shared/author.ts';
import { z } from '../shared/zod.ts';
import { wardCodeSchema } from '../ward/schema.ts';

const count = z.number().int().min(0);
const perProgramme = Object.fromEntries(programmeCodes.map((code) => [code, count])) as Record<
  ProgrammeCode,
  typeof count
>;

export const figuresSchema = z
  .object({
    challenges: count.meta({ description: 'Challenges the public may read' }),
    open: count.meta({ description: 'Those of them that are open' }),
    solutions: count.meta({ description: 'Solutions the public may read' }),
    comments: count,
    support: count.meta({ description: 'Votes of support, on challenges and solutions' }),
    byWard: z.record(wardCodeSchema, count).meta({ description: 'Challenges by ward; wards without any are left out' }),
    byProgramme: z.object(perProgramme).meta({ description: 'Challenges by programme' }),
    updatedAt: timeSchema.nullable().meta({ description: 'When it was counted; null before the first time' }),
  })
  .meta({ id: 'Figures' });
export type Figures = z.output<typeof figuresSchema>;
