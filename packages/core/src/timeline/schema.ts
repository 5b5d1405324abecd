/** Events: what happened to a subject, when and by whom. Append-only; the public timeline is read from them. */

import { idSchema } from '../shared/ids.ts';
import { z } from '../shared/zod.ts';
import { authorSchema, timeSchema } from '../subject/schema.ts';

/** Past-tense names of events. */
export const eventTypes = [
  'challenge_raised',
  'challenge_launched',
  'challenge_edited',
  'challenge_closed',
  'solution_submitted',
  'solution_edited',
  'solution_withdrawn',
] as const;
export type EventType = (typeof eventTypes)[number];

export const timelineEventSchema = z
  .object({
    id: idSchema('event'),
    type: z.enum(eventTypes),
    at: timeSchema,
    actor: authorSchema.nullable().meta({ description: 'null when the system did it' }),
    data: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string()), z.null()])),
  })
  .meta({ id: 'TimelineEvent' });
export type TimelineEvent = z.output<typeof timelineEventSchema>;
