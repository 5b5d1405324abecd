/** A solution: an answer to one challenge. */

import { imagesInputSchema } from '../card/image.ts';
import { cardFields, completeText, countSchema, draftText, fullFields, tagsSchema } from '../card/schema.ts';
import { completeUnlessDraft } from '../shared/complete.ts';
import { idSchema } from '../shared/ids.ts';
import { personalDataField } from '../shared/personal-data.ts';
import { z } from '../shared/zod.ts';
import { type StatusOf, statusesOf } from '../subject/kinds.ts';

/** The statuses of `docs/states.md`; those that no move leads to yet are for later features. */
export const solutionStatuses = statusesOf('solution');
export const solutionStatusSchema = z.enum(solutionStatuses);
export type SolutionStatus = StatusOf<'solution'>;

export const solutionCardSchema = z
  .object({
    id: idSchema('solution'),
    challengeId: idSchema('challenge'),
    challengeTitle: z.string(),
    status: solutionStatusSchema,
    ...cardFields,
    solutions: countSchema.meta({ description: 'Always 0: nothing answers a solution' }),
  })
  .meta({ id: 'SolutionCard' });
export type SolutionCard = z.output<typeof solutionCardSchema>;

export const solutionSchema = z.object({ ...solutionCardSchema.shape, ...fullFields }).meta({ id: 'Solution' });
export type Solution = z.output<typeof solutionSchema>;

/** What a solution says before it is public. */
export const completeSolution = z.object(completeText);

export const newSolutionSchema = z
  .strictObject({
    title: draftText.title.default(''),
    summary: draftText.summary.default(''),
    body: draftText.body.default(''),
    tags: tagsSchema.default([]),
    images: imagesInputSchema.default([]),
    organisation: idSchema('organisation')
      .nullable()
      .default(null)
      .meta({ description: 'Act in the name of this organisation' }),
    personalData: personalDataField,
  })
  .superRefine(completeUnlessDraft(completeSolution, () => true))
  .meta({ id: 'NewSolution' });
export type NewSolution = z.output<typeof newSolutionSchema>;

export const solutionChangeSchema = z
  .strictObject({
    version: z.number().int().min(1).meta({ description: 'The version that was edited' }),
    ...draftText,
    tags: tagsSchema,
    images: imagesInputSchema,
    personalData: personalDataField,
  })
  .partial()
  .required({ version: true })
  .meta({ id: 'SolutionChange' });
export type SolutionChange = z.output<typeof solutionChangeSchema>;

export const solutionSorts = ['top', 'new'] as const;
