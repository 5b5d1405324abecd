/** Figures of a day in Hanoi, for administrators: what came in, what was decided, and what waits. */
import { timeSchema } from '../shared/author.ts';
import { z } from '../shared/zod.ts';
import { kindPaths, type PathOf, type SubjectKind } from '../subject/kinds.ts';

const count = z.number().int().min(0);

const perKind = Object.fromEntries(
  kindPaths.map((path) => [path, count.meta({ description: `New ${path}; those that were hidden later count too` })]),
) as Record<PathOf<SubjectKind>, typeof count>;

/** What came on a day: it can be counted again at any time. */
const cameSchema = z.object({
  people: count.meta({ description: 'New accounts' }),
  ...perKind,
  comments: count.meta({ description: 'New comments; those that were deleted or hidden later count too' }),
  supports: count.meta({ description: 'Votes of that day that were not taken back; those set aside count too' }),
  reports: count,
  decisions: count.meta({ description: 'Decisions of moderators' }),
});
export type Came = z.output<typeof cameSchema>;
export const cameNames = Object.keys(cameSchema.shape) as (keyof Came)[];

/** What waits as it is counted. It can't be counted afterwards: of a day that is over it is what was seen last. */
const waitsSchema = z.object({
  openItems: count.meta({ description: 'Items that wait for moderators' }),
  oldestItemAt: timeSchema.nullable().meta({ description: 'Since when the oldest of them waits' }),
  failedJobs: count.meta({ description: 'Jobs whose last run failed' }),
});
export type Waits = z.output<typeof waitsSchema>;

export const dayFiguresSchema = z
  .object({
    day: z.iso.date().meta({ description: 'A day in Hanoi', example: '2026-11-29' }),
    isOver: z.boolean().meta({ description: 'Whether the day has ended and is not counted again' }),
    updatedAt: timeSchema,
    ...cameSchema.shape,
    waits: waitsSchema.nullable().meta({ description: 'null where nobody counted on that day' }),
  })
  .meta({ id: 'DayFigures' });
export type DayFigures = z.output<typeof dayFiguresSchema>;

/** Today and the seven days before, so that a day is compared with the same one of the week before. */
export const daysShown = 8;
