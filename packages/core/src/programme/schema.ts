/** A programme: the top-level subject of challenges. The plan's own list is where a site begins; administrators keep it. */
import { timeSchema } from '../shared/author.ts';
import { lineOfText } from '../shared/text.ts';
import { z } from '../shared/zod.ts';

/** A capital letter and one to three capital letters or digits: it fits on a plate, and is never used again for another programme. */
export const programmeCodePattern = /^[A-Z][A-Z\d]{1,3}$/;
export const programmeCodeSchema = z
  .string()
  .regex(programmeCodePattern)
  .meta({ description: 'Code of a programme, such as P5: see /programmes' });
export type ProgrammeCode = z.output<typeof programmeCodeSchema>;

/** So many programmes there may be, retired ones too: they are read whole, and offered in one list. */
export const mostProgrammes = 60;

const day = z.iso.date().nullable();
const order = z.number().int().min(1).max(999);

/** What an administrator may say of a programme, beside its code. */
export const programmeTexts = {
  name: lineOfText(3, 120),
  nameEn: lineOfText(3, 120),
  short: lineOfText(2, 40).meta({ description: 'A short name, where the name does not fit' }),
  shortEn: lineOfText(2, 40),
  description: lineOfText(0, 500).meta({ description: 'What belongs in it; empty for nothing' }),
  descriptionEn: lineOfText(0, 500),
  from: day.meta({ description: 'The first day of its term, as its plan says' }),
  to: day.meta({ description: 'The last day of its term, as its plan says; only retiring it ends it here' }),
  order: order.meta({ description: 'Its place in lists' }),
  restricted: z.boolean().meta({ description: 'Only agencies post in it' }),
};

export const programmeSchema = z
  .object({
    code: programmeCodeSchema,
    name: z.string(),
    nameEn: z.string(),
    short: z.string(),
    shortEn: z.string(),
    description: z.string(),
    descriptionEn: z.string(),
    from: day,
    to: day,
    order,
    restricted: programmeTexts.restricted,
    retiredAt: timeSchema.nullable().meta({
      description: 'Since when nothing new is raised in it; null while it takes challenges',
    }),
    formerNames: z.array(z.string()).meta({ description: 'Names it had before, in both languages' }),
    version: z.number().int().min(0).meta({ description: '0 for the list that a site begins with, unchanged' }),
  })
  .meta({ id: 'Programme' });
export type Programme = z.output<typeof programmeSchema>;
