/** Dead letters: work that failed in all its tries and waits for an administrator, who sends it again or discards it. */

import { timeSchema } from '../shared/author.ts';
import { faultSchema } from '../shared/fault.ts';
import { idSchema } from '../shared/ids.ts';
import { pageQuery } from '../shared/page.ts';
import { z } from '../shared/zod.ts';

/** The queues of slow work. What each carries is in `functions/src/queue/messages.ts`. */
export const queueNames = ['rename', 'inherit', 'merge', 'alike', 'pictures', 'votes'] as const;

/** Where dead letters come from: a queue of slow work, the table's stream, the calls of jobs. */
export const letterSources = [...queueNames, 'streams', 'jobs'] as const;
export type LetterSource = (typeof letterSources)[number];

export const letterStates = ['open', 'discarded'] as const;
export type LetterState = (typeof letterStates)[number];

export const deadLetterSchema = z
  .object({
    id: idSchema('letter'),
    source: z.enum(letterSources),
    failedAt: timeSchema.meta({ description: 'When it was given up' }),
    sentAt: timeSchema.nullable().meta({ description: 'When the work was asked for' }),
    tries: z.number().int().nullable(),
    fault: faultSchema
      .nullable()
      .meta({ description: 'What the last try failed with; null where nothing was noted, as where it was cut off' }),
    canRetry: z.boolean().meta({
      description: 'False where the stream no longer had the record: the jobs recount and reproject do its work',
    }),
    keptUntil: timeSchema.nullable().meta({ description: 'When it is deleted by itself; null: never' }),
    discarded: z
      .object({ at: timeSchema, by: z.string(), who: z.string().nullable(), reason: z.string() })
      .nullable()
      .meta({ description: 'Who discarded it, and why' }),
  })
  .meta({ id: 'DeadLetter' });
export type DeadLetter = z.output<typeof deadLetterSchema>;

export const deadLetterWithBodySchema = deadLetterSchema
  .extend({
    body: z.string().meta({ description: 'What was asked for, in ids' }),
    messageId: z.string().meta({ description: 'By which the log names it' }),
  })
  .meta({ id: 'DeadLetterWithBody' });
export type DeadLetterWithBody = z.output<typeof deadLetterWithBodySchema>;

export const deadLetterQuery = z.strictObject({ state: z.enum(letterStates).default('open'), ...pageQuery });
export type DeadLetterQuery = z.output<typeof deadLetterQuery>;
