/** Figures: how much there is in the whole city, for the home page and the map. */
import { programmeCodeSchema } from '../programme/schema.ts';
import { timeSchema } from '../shared/author.ts';
import { z } from '../shared/zod.ts';
import { kindPaths, type PathOf, type SubjectKind } from '../subject/kinds.ts';
import { wardCodeSchema } from '../ward/schema.ts';

const count = z.number().int().min(0);
const perKind = Object.fromEntries(
  kindPaths.map((path) => [path, count.meta({ description: `How many ${path} the public may read` })]),
) as Record<PathOf<SubjectKind>, typeof count>;

export const figuresSchema = z
  .object({
    ...perKind,
    open: count.meta({ description: 'Challenges that are open' }),
    comments: count,
    support: count.meta({ description: 'Votes of support' }),
    byWard: z.record(wardCodeSchema, count).meta({ description: 'Challenges by ward; wards without any are left out' }),
    byProgramme: z
      .record(programmeCodeSchema, count)
      .meta({ description: 'Challenges by programme; all programmes there are' }),
    updatedAt: timeSchema.nullable().meta({ description: 'When it was counted; null before the first time' }),
  })
  .meta({ id: 'Figures' });
export type Figures = z.output<typeof figuresSchema>;
