/** Decisions of moderators, with the six parts of a statement of reasons, and appeals against them. */

import { orderRefSchema } from '../order/schema.ts';
import { contentRefSchema, reportReasonSchema } from '../report/schema.ts';
import { timeSchema } from '../shared/author.ts';
import { idSchema } from '../shared/ids.ts';
import { z } from '../shared/zod.ts';

/** What a moderator can decide about content. `uphold` and `overturn` are for appeals alone. */
export const actions = [
  'approve',
  'return',
  'redact',
  'hide',
  'restore',
  'lock',
  'unlock',
  'warn',
  'limit',
  'suspend',
  'lift',
  'retag',
  'close',
  'merge',
  'unmerge',
  'quarantine',
  'release',
  'uphold',
  'overturn',
] as const;
export const actionSchema = z.enum(actions);
export type Action = (typeof actions)[number];

/** What administrators decide about an account without any content. */
export const accountActions = ['warn', 'limit', 'suspend', 'lift'] as const satisfies readonly Action[];

/** Votes are being set aside; all are; they are being counted again; all are. */
export const votesStates = ['running', 'done', 'releasing', 'released'] as const;

/** How long after a decision its author may appeal, days. */
export const appealDays = 30;

/** What was found, and by whom: the facts, the rule of the code of conduct or the law, how the moderators came to know. */
export const foundBy = ['report', 'rule', 'moderator', 'order'] as const;

export const appealSchema = z
  .object({
    text: z.string(),
    at: timeSchema,
    outcome: z.enum(['uphold', 'overturn']).nullable(),
    reasons: z.string().nullable(),
    decidedAt: timeSchema.nullable(),
    complete: z.boolean().nullable().default(null).meta({
      description:
        'Where it was overturned, whether all is as it was before: false where its author has changed the same meanwhile, and theirs stays',
    }),
  })
  .meta({ id: 'Appeal' });
export type Appeal = z.output<typeof appealSchema>;

/** A decision with the six parts of a statement of reasons. It never names the moderator. */
export const decisionSchema = z
  .object({
    id: idSchema('decision'),
    subject: contentRefSchema,
    action: actionSchema,
    reason: reportReasonSchema,
    rule: z.string().meta({ description: 'The section of the code of conduct, or the law' }),
    facts: z.string().meta({ description: 'What the moderators found, in their words to the author' }),
    foundBy: z.enum(foundBy),
    order: orderRefSchema.nullable().default(null).meta({ description: 'The demand that it follows from' }),
    at: timeSchema,
    until: timeSchema.nullable(),
    into: contentRefSchema.nullable().default(null).meta({ description: 'What it was merged into' }),
    appealUntil: timeSchema.nullable().meta({ description: 'null for what cannot be appealed' }),
    appeal: appealSchema.nullable(),
    votes: z
      .object({
        count: z.number().int().min(0).meta({ description: 'Votes that were set aside so far' }),
        state: z.enum(votesStates),
      })
      .optional()
      .meta({ description: 'Of `quarantine`: how far it is' }),
  })
  .meta({ id: 'Decision' });
export type Decision = z.output<typeof decisionSchema>;
