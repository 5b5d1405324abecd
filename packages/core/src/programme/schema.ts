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

const reason = lineOfText(3, 500).meta({ description: 'Why; kept with the change' });
const version = z
  .number()
  .int()
  .min(0)
  .optional()
  .meta({ description: 'As it was seen: refused when the programme was changed since' });
const inOrder = {
  path: ['to'],
  params: { code: 'until_before_from' },
  error: 'It ends before it begins',
};
const endsAfter = ({ from, to }: { from?: string | null; to?: string | null }) => !from || !to || from <= to;

const { description, descriptionEn, from, to, order: place, restricted, ...names } = programmeTexts;
export const newProgrammeSchema = z
  .strictObject({
    code: programmeCodeSchema.optional().meta({ description: 'Never used before; without it, the next of P1, P2, …' }),
    ...names,
    description: description.default(''),
    descriptionEn: descriptionEn.default(''),
    from: from.default(null),
    to: to.default(null),
    order: place.optional().meta({ description: 'Its place in lists; the last without it' }),
    restricted: restricted.default(false),
    reason,
  })
  .refine(endsAfter, inOrder)
  .meta({ id: 'NewProgramme' });
export type NewProgramme = z.output<typeof newProgrammeSchema>;

export const programmeChangeSchema = z
  .strictObject({ ...z.object(programmeTexts).partial().shape, reason, version })
  .meta({ id: 'ProgrammeChange' });
export type ProgrammeChange = z.output<typeof programmeChangeSchema>;

/** Retiring a programme, and bringing it back. */
export const retirementSchema = z.strictObject({ reason, version }).meta({ id: 'Retirement' });
export type Retirement = z.output<typeof retirementSchema>;

export const programmeMoves = ['created', 'changed', 'retired', 'restored'] as const;
const values = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

/** The programmes as they are at this moment, and how they were changed, newest first. */
export const programmeChangesSchema = z
  .object({
    items: z.array(programmeSchema),
    changes: z.array(
      z.object({
        code: programmeCodeSchema,
        move: z.enum(programmeMoves),
        before: values.meta({ description: 'What was changed, as it was' }),
        after: values.meta({ description: '… and as it became' }),
        by: z.string().meta({ description: 'The id of a person, or which command did it' }),
        who: z.string().nullable().meta({ description: 'The name of that person' }),
        reason: z.string(),
        at: timeSchema,
      }),
    ),
  })
  .meta({ id: 'ProgrammeChanges' });
export type ProgrammeChanges = z.output<typeof programmeChangesSchema>;
