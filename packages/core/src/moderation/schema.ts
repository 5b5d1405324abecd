/** Moderation: items that wait for moderators, decisions, and appeals against them. */

import { tagsSchema } from '../card/schema.ts';
import { commentSchema } from '../comment/schema.ts';
import { accountActions, actionSchema, decisionSchema } from '../decision/schema.ts';
import { evidenceSchema, groupIdSchema } from '../evidence/schema.ts';
import { orderSchema } from '../order/schema.ts';
import { programmeCodeSchema } from '../programme/schema.ts';
import { contentRefSchema, noteLength, reportReasonSchema } from '../report/schema.ts';
import { authorSchema, timeInputSchema, timeSchema } from '../shared/author.ts';
import { idSchema } from '../shared/ids.ts';
import { organisationRefSchema } from '../shared/membership.ts';
import { pageQuery } from '../shared/page.ts';
import { blockOfText, lineOfText } from '../shared/text.ts';
import { z } from '../shared/zod.ts';
import { levels } from '../trust/schema.ts';

/**
 * Why an item is in the queue: people reported it; it is the first post of somebody; a rule matched; it may be a duplicate;
 * its author appeals; an authority demands it; a moderator opened it; its votes look as if one hand had cast them.
 */
export const itemKinds = [
  'report',
  'first-post',
  'rule',
  'duplicate',
  'appeal',
  'order',
  'moderator',
  'votes',
] as const;
export type ItemKind = (typeof itemKinds)[number];

/** How long a claim holds, minutes. */
export const claimMinutes = 15;

const claimSchema = z
  .object({ by: authorSchema, until: timeSchema })
  .meta({ id: 'Claim', description: 'Who is at it, and until when' });

/** What waits for a moderator. */
export const itemSchema = z
  .object({
    id: idSchema('item'),
    kind: z.enum(itemKinds),
    status: z.enum(['open', 'done']),
    subject: contentRefSchema,
    excerpt: z.string().meta({ description: 'The beginning of its text' }),
    reasons: z.array(z.object({ reason: reportReasonSchema, count: z.number().int().min(0) })),
    rule: z.object({ id: z.string(), words: z.array(z.string()) }).nullable(),
    priority: z.number().meta({ description: 'Harm times reach; the highest first' }),
    openedAt: timeSchema,
    dueAt: timeSchema.nullable(),
    order: orderSchema.nullable().meta({ description: 'For an authority’s demand' }),
    claim: claimSchema.nullable(),
    author: z
      .object({ id: idSchema('person'), name: z.string(), level: z.enum(levels), decisions: z.number().int().min(0) })
      .nullable(),
    version: z.number().int().meta({ description: 'Of the content: an edit of its author raises it' }),
  })
  .meta({ id: 'ModerationItem' });
export type ModerationItem = z.output<typeof itemSchema>;

export const queueQuery = z.strictObject({
  ...pageQuery,
  kind: z.enum(itemKinds).optional(),
});

/** A passage is a text that stands in the content as it is given; a picture is named by its upload. */
export const newDecisionSchema = z
  .strictObject({
    action: actionSchema,
    reason: reportReasonSchema,
    note: blockOfText(0, noteLength).default('').meta({ description: 'The facts, told to the author' }),
    version: z
      .number()
      .int()
      .min(1)
      .optional()
      .meta({ description: 'Of the content as it was seen: refused when its author has edited it since' }),
    until: timeInputSchema.optional().meta({ description: 'For limit and suspend; never for good' }),
    passages: z.array(z.string().min(1).max(2_000)).max(20).optional().meta({ description: 'For redact' }),
    pictures: z.array(idSchema('upload')).max(10).optional().meta({ description: 'For redact' }),
    programme: programmeCodeSchema.optional().meta({ description: 'For retag' }),
    tags: tagsSchema.optional().meta({ description: 'For retag' }),
    into: z.string().max(60).optional().meta({ description: 'For merge: the id of what it leads to from now on' }),
    groups: z.array(groupIdSchema).max(9).optional().meta({ description: 'For quarantine: whose votes' }),
    evidence: z
      .number()
      .int()
      .min(1)
      .optional()
      .meta({ description: 'For quarantine: the version of the evidence as it was seen' }),
  })
  .meta({ id: 'NewDecision' });
export type NewDecision = z.output<typeof newDecisionSchema>;

/** What administrators decide about an account itself. */
export const accountDecisionSchema = newDecisionSchema
  .pick({ reason: true, note: true, until: true })
  .extend({ action: z.enum(accountActions) })
  .meta({ id: 'AccountDecision' });
export type AccountDecision = z.output<typeof accountDecisionSchema>;

export const claimInputSchema = z
  .strictObject({
    takeOver: lineOfText(4, 300).optional().meta({ description: 'Why, where another moderator has the claim' }),
  })
  .meta({ id: 'ClaimInput' });

export const newItemSchema = z
  .strictObject({
    subject: z.string().min(1).max(60).meta({ description: 'Id of a challenge, a solution or a comment' }),
    reason: reportReasonSchema,
    note: blockOfText(0, noteLength).default(''),
  })
  .meta({ id: 'NewModerationItem' });

export const newAppealSchema = z.strictObject({ text: blockOfText(10, 4_000) }).meta({ id: 'NewAppeal' });

/** What stands around a comment: what its thread is about, and the comment it answers. */
const threadSchema = z.object({
  title: z.string(),
  summary: z.string(),
  answered: z
    .object({
      id: idSchema('comment'),
      path: z.string(),
      author: z.string().nullable(),
      body: z.string().meta({ description: 'As it was written; empty where it was deleted' }),
      status: commentSchema.shape.status,
      createdAt: timeSchema,
    })
    .nullable()
    .meta({ description: 'null for a comment that answers none' }),
});

/** A number of things that are counted one by one: up to a bound, and then it says that there are more. */
const someSchema = z.object({ count: z.number().int().min(0), isAtLeast: z.boolean() }).meta({ id: 'CountedUpTo' });

const mergeSideSchema = z
  .object({
    ...contentRefSchema.shape,
    status: z.string(),
    author: authorSchema,
    organisation: organisationRefSchema.nullable(),
    support: z.number().int().min(0),
    comments: z.number().int().min(0),
    followers: someSchema,
  })
  .meta({ id: 'MergeSide' });

/** What would follow from a merge. Nothing is kept of it. */
export const mergePreviewSchema = z
  .object({
    from: mergeSideSchema,
    into: mergeSideSchema.nullable(),
    both: someSchema.meta({ description: 'How many people support both: each is counted once' }),
    solutions: z.number().int().min(0).meta({ description: 'Public answers that would go along' }),
    refusal: z.string().nullable().meta({ description: 'Why it cannot be; null where it can' }),
  })
  .meta({ id: 'MergePreview' });
export type MergePreview = z.output<typeof mergePreviewSchema>;
export type MergeSide = z.output<typeof mergeSideSchema>;

const picturesSchema = z.array(z.object({ id: idSchema('upload'), url: z.string(), alt: z.string() }));

/** An item with all that a moderator looks at before they decide. */
export const wholeItemSchema = itemSchema
  .extend({
    bodyHtml: z.string().meta({ description: 'The content as readers saw it, also while it is hidden' }),
    body: z.string().meta({ description: 'Its Markdown' }),
    pictures: picturesSchema,
    contentStatus: z.string(),
    thread: threadSchema.nullable().meta({ description: 'For a comment: where it was said' }),
    reports: z.array(z.object({ reason: reportReasonSchema, note: z.string(), at: timeSchema })),
    possible: z.array(actionSchema).meta({ description: 'What this moderator may decide now' }),
    like: contentRefSchema.nullable().meta({ description: 'Of a probable duplicate: what it is like' }),
    appealed: decisionSchema.nullable().meta({ description: 'For an appeal: the decision, with what its author says' }),
    takenOut: z
      .object({ passages: z.array(z.string()), pictures: picturesSchema })
      .nullable()
      .meta({ description: 'For an appeal about what was taken out of a text: what that is. null once it is gone' }),
    votes: evidenceSchema
      .nullable()
      .meta({ description: 'For votes: why they are looked at. null once it is old and was deleted' }),
    voter: z
      .object({ joinedAt: timeSchema, level: z.enum(levels), decisions: z.number().int().min(0) })
      .nullable()
      .meta({ description: 'For an appeal about a vote: of whom, without their name' }),
    decisions: z.array(decisionSchema).meta({ description: 'Former decisions about this content' }),
    authorDecisions: z.array(decisionSchema).meta({ description: 'The last decisions about its author' }),
  })
  .meta({ id: 'WholeModerationItem' });
export type WholeModerationItem = z.output<typeof wholeItemSchema>;
export type NewModerationItem = z.output<typeof newItemSchema>;
export type NewAppeal = z.output<typeof newAppealSchema>;
