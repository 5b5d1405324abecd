/** Support: one person’s vote for a subject. */
import { z } from '../shared/zod.ts';

export const supportStateSchema = z
  .object({
    supported: z.boolean(),
    support: z.number().int().min(0).meta({ description: 'Votes counted, this one included' }),
  })
  .meta({ id: 'SupportState' });
export type SupportState = z.output<typeof supportStateSchema>;
