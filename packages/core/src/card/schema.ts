/** The fields that cards of all kinds share: a card is what a list shows of a subject. */

import { programmeCodeSchema } from '../programme/schema.ts';
import { authorSchema, timeSchema } from '../shared/author.ts';
import { type DecisionId, idSchema, type SubjectId } from '../shared/ids.ts';
import { organisationRefSchema } from '../shared/membership.ts';
import { maskedField } from '../shared/personal-data.ts';
import { reportReasonSchema } from '../shared/report-reason.ts';
import { blockOfText, cleanLine, lineOfText } from '../shared/text.ts';
import { officialTones } from '../shared/tone-mark.ts';
import { z } from '../shared/zod.ts';
import { type AnswerCounter, answerCountersOf, type SubjectKind } from '../subject/kinds.ts';
import { pointSchema, wardCodeSchema } from '../ward/schema.ts';
import { imageSchema } from './image.ts';

/** How a challenge came about. The API calls it `kind`, from before there were kinds of subject. */
export const origins = ['raised', 'launched'] as const;
export const originSchema = z
  .enum(origins)
  .meta({ description: 'raised by a person or organisation, or launched by an agency as a call' });

/** Limits of what people write, in characters. */
export const textLimits = {
  title: [8, 120],
  summary: [20, 300],
  body: [40, 20_000],
  tag: [2, 30],
} as const;
export const tagLimit = 5;

export const titleSchema = lineOfText(...textLimits.title).meta({ description: 'One line, 8 to 120 characters' });
export const summarySchema = lineOfText(...textLimits.summary).meta({
  description: 'One or two sentences, 20 to 300 characters',
});
export const bodySchema = blockOfText(...textLimits.body).meta({ description: 'Markdown, 40 to 20,000 characters' });

/** What each subject says before it is public. */
export const completeText = { title: titleSchema, summary: summarySchema, body: bodySchema };
/** The same in a draft, which may be unfinished: as long as they may become, and no shortest. */
export const draftText = {
  title: lineOfText(0, textLimits.title[1]).meta({ description: 'One line, 8 to 120 characters; fewer in a draft' }),
  summary: lineOfText(0, textLimits.summary[1]).meta({
    description: 'One or two sentences, 20 to 300 characters; fewer in a draft',
  }),
  body: blockOfText(0, textLimits.body[1]).meta({ description: 'Markdown, 40 to 20,000 characters; fewer in a draft' }),
};

/** Tags are lower case with tones where the official list puts them: `Hoà bình`, `hòa bình` and `HÒA BÌNH` are one. */
export function tagOf(text: string): string {
  return officialTones(cleanLine(text).toLocaleLowerCase('vi'));
}

export const tagSchema = lineOfText(...textLimits.tag)
  .transform(tagOf)
  .pipe(z.string().regex(/^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N} +&.-]*$/u));
export const tagsSchema = z
  .array(tagSchema)
  .max(tagLimit)
  .transform((tags) => [...new Set(tags)]);

export const countSchema = z.number().int().min(0);

/** The fields of every card, beside its id and its status. */
export const cardFields = {
  kind: originSchema,
  title: z.string(),
  summary: z.string(),
  programme: programmeCodeSchema.nullable().meta({ description: 'Null in drafts that have none yet' }),
  tags: z.array(z.string()),
  ward: wardCodeSchema.nullable(),
  point: pointSchema.nullable().meta({ description: 'The pin; null in lists' }),
  images: z.array(imageSchema).meta({ description: 'The first is the cover, and the only one in lists' }),
  author: authorSchema,
  organisation: organisationRefSchema.nullable(),
  support: countSchema,
  comments: countSchema,
  version: countSchema,
  createdAt: timeSchema,
  updatedAt: timeSchema,
  publishedAt: timeSchema.nullable(),
  closesAt: timeSchema.nullable().meta({ description: 'Voting and answering end at this time' }),
  mergedInto: z.string().nullish().meta({ description: 'The id of what it was merged into' }),
};

/** The counters of answers on the cards of a kind: `solutions` on those of challenges. */
export function answerCounts<Kind extends SubjectKind>(kind: Kind) {
  const fields = answerCountersOf(kind).map((counter) => [counter, countSchema]);
  return Object.fromEntries(fields) as Record<AnswerCounter<Kind>, typeof countSchema>;
}

/** The card of a subject of any kind. */
export type Card = { id: SubjectId; status: string } & z.output<z.ZodObject<typeof cardFields>>;

/** What the signed-in reader has done with a subject; absent for anonymous readers. */
export const viewerSchema = z
  .object({ supported: z.boolean(), following: z.boolean(), mayEdit: z.boolean() })
  .meta({ id: 'Viewer' });
export type Viewer = z.output<typeof viewerSchema>;

/** By which decision of moderators something is hidden or locked, why and since when. */
export const moderatedSchema = z
  .object({ reason: reportReasonSchema, at: timeSchema, decision: idSchema('decision') })
  .meta({ id: 'Moderated' });
export type Moderated = z.output<typeof moderatedSchema>;

/** By the merge of what, and by which decision, an answer or a vote came to where it is. */
export type Came = { by: DecisionId; from: SubjectId };

/** What moderators did with a subject, on its stored card. */
export type ModeratedFields = {
  hidden?: Moderated | null;
  locked?: Moderated | null;
  /** The status that a hidden subject left, and comes back to. */
  left?: string | null;
  /** Merged into another one: `mergedInto`, by this decision; the status it left. Kept also while it is hidden. */
  merged?: Moderated | null;
  unmergesTo?: string | null;
  /** Something was merged into it at some time. */
  hasMerges?: true;
  /** By which decision last, whether that stands or not: a merge does not raise its version. */
  latestMerge?: DecisionId;
  /** Of an answer: by which merges of what it answered it came here, the first of them first, and all that it ever answered. */
  cameBy?: readonly Came[];
  formerParents?: readonly SubjectId[];
  /** An answer to it was hidden, or something taken out of one: its timeline looks at what the answers are called now. */
  answersModerated?: true;
};

/** Something that was merged, as what it was merged into names it. */
export const mergedFromSchema = z
  .object({ id: z.string(), title: z.string(), author: authorSchema, organisation: organisationRefSchema.nullable() })
  .meta({ id: 'MergedSubject' });
export type MergedFrom = z.output<typeof mergedFromSchema>;

export const fullFields = {
  body: z.string(),
  bodyHtml: z.string(),
  viewer: viewerSchema.optional(),
  hidden: moderatedSchema
    .optional()
    .meta({ description: 'Of a hidden one, which its makers and moderators still see' }),
  locked: moderatedSchema.optional().meta({ description: 'It takes no comments' }),
  merged: moderatedSchema.optional().meta({ description: 'By which decision it was merged, while it is' }),
  leadsTo: z
    .object({ id: z.string(), title: z.string() })
    .meta({ id: 'MergeTarget' })
    .optional()
    .meta({ description: 'Of a merged one: where its merges end' }),
  mergedFrom: z
    .array(mergedFromSchema)
    .optional()
    .meta({ description: 'What was merged into it, also by way of others: whose it was. At most 50' }),
  masked: maskedField,
};
