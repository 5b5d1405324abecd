/** What people who supported something that was merged are asked: whether their support shall move to where it leads. */
import { contentRefSchema } from '../report/schema.ts';
import { timeSchema } from '../shared/author.ts';
import { z } from '../shared/zod.ts';

/**
 * What became of one's support: nothing yet; it was moved; one left it where it was given; one supports the other one as well, and is
 * counted there already.
 */
export const supportStates = ['asked', 'moved', 'declined', 'both'] as const;
export const supportMoveStateSchema = z.enum(supportStates);
export type SupportMoveState = z.output<typeof supportMoveStateSchema>;

export const answerMergeSchema = z
  .strictObject({ move: z.boolean().meta({ description: 'Whether one’s support shall move' }) })
  .meta({ id: 'AnswerMerge' });

/** Something one supported that was merged, and where that leads. */
export const mySupportMergeSchema = z
  .object({
    subject: contentRefSchema,
    into: contentRefSchema,
    state: supportMoveStateSchema,
    at: timeSchema.meta({ description: 'When it was merged' }),
  })
  .meta({ id: 'MySupportMerge' });
export type MySupportMerge = z.output<typeof mySupportMergeSchema>;
