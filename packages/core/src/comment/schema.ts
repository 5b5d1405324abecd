/** A comment: a message in the thread of a subject. */

import { moderatedSchema } from '../card/schema.ts';
import { authorSchema, timeSchema } from '../shared/author.ts';
import { idSchema } from '../shared/ids.ts';
import { organisationRefSchema } from '../shared/membership.ts';
import { maskedField, personalDataField } from '../shared/personal-data.ts';
import { reportReasonSchema } from '../shared/report-reason.ts';
import { blockOfText } from '../shared/text.ts';
import { minute } from '../shared/time.ts';
import { z } from '../shared/zod.ts';

export const stances = ['for', 'against', 'neutral'] as const;
export const stanceSchema = z.enum(stances);
export type Stance = (typeof stances)[number];

/** How long a comment can be edited after it was written, milliseconds. */
export const editWindow = 30 * minute;
/** States of a comment: `docs/states.md`. */
export const commentStatuses = ['visible', 'deleted', 'hidden', 'pending', 'returned'] as const;

export const commentLength = [2, 4_000] as const;

export const commentSchema = z
  .object({
    id: idSchema('comment'),
    subjectId: z.string(),
    parentId: idSchema('comment').nullable(),
    rootId: idSchema('comment').meta({
      description: 'The comment this thread began with; its own id for those that began one',
    }),
    status: z.enum(commentStatuses).meta({
      description:
        'A pending one waits for moderators, a returned one was sent back to be mended: only its author and moderators see either',
    }),
    hiddenFor: reportReasonSchema
      .nullable()
      .default(null)
      .meta({ description: 'Why moderators hid it; its text is left to its author alone' }),
    returned: moderatedSchema
      .nullable()
      .default(null)
      .meta({ description: 'By which decision it was sent back to be mended' }),
    stance: stanceSchema,
    body: z.string(),
    bodyHtml: z.string(),
    author: authorSchema.nullable().meta({ description: 'null once deleted or hidden' }),
    organisation: organisationRefSchema.nullable(),
    version: z.number().int(),
    createdAt: timeSchema,
    editedAt: timeSchema.nullable(),
    editableUntil: timeSchema,
    masked: maskedField,
  })
  .meta({ id: 'Comment' });
export type Comment = z.output<typeof commentSchema>;

const body = blockOfText(...commentLength).meta({ description: 'Markdown, 2 to 4,000 characters' });

export const newCommentSchema = z
  .strictObject({
    body,
    stance: stanceSchema.default('neutral'),
    parentId: idSchema('comment')
      .nullable()
      .default(null)
      .meta({ description: 'The comment answered; two levels are shown' }),
    organisation: idSchema('organisation')
      .nullable()
      .default(null)
      .meta({ description: 'Speak in the name of this organisation' }),
    personalData: personalDataField,
  })
  .meta({ id: 'NewComment' });
export type NewComment = z.output<typeof newCommentSchema>;

export const commentChangeSchema = z
  .strictObject({ version: z.number().int().min(1), body, stance: stanceSchema, personalData: personalDataField })
  .partial()
  .refine((change) => change.body !== undefined || change.stance !== undefined, { message: 'nothing to change' })
  .meta({ id: 'CommentChange' });
export type CommentChange = z.output<typeof commentChangeSchema>;
