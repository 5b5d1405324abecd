/** Search: what is asked, and what is found, whatever kind of thing it is. */
import { imageSchema } from '../card/image.ts';
import { countSchema, originSchema, tagSchema } from '../card/schema.ts';
import type { listSorts } from '../listing/schema.ts';
import { programmeCodeSchema } from '../programme/schema.ts';
import { authorSchema, timeSchema } from '../shared/author.ts';
import { idSchema } from '../shared/ids.ts';
import { organisationRefSchema } from '../shared/membership.ts';
import { z } from '../shared/zod.ts';
import { type Counter, counters, listedStatusesOf, subjectKinds } from '../subject/kinds.ts';
import { wardCodeSchema } from '../ward/schema.ts';

/** What can be found: subjects of every kind, comments and organisations. */
export const foundKinds = [...subjectKinds, 'comment', 'organisation'] as const;
export const foundKindSchema = z.enum(foundKinds);
export type FoundKind = z.output<typeof foundKindSchema>;

/** Every status in which a subject of some kind is found. */
const statuses = [...new Set(subjectKinds.flatMap((kind) => listedStatusesOf(kind) as string[]))];

/** The longest question that is read, in characters; what is longer is cut, not refused. */
export const longestQuestion = 300;
/** The most wards that one list or search is narrowed to. */
export const mostWards = 20;
/** A search by words ends after so many results: who has not found it by then asks otherwise. */
export const mostResults = 1_000;

export const questionSchema = z
  .string()
  .max(2_000)
  .default('')
  .meta({ description: `The words to look for; the first ${longestQuestion} characters count` });

/** One or several wards: `ward=00070&ward=00082`. */
export const wardsSchema = z
  .union([wardCodeSchema, z.array(wardCodeSchema).max(mostWards)])
  .transform((wards) => [...new Set([wards].flat())].sort())
  .meta({ description: `May be given several times, at most ${mostWards}` });

/** The filters that every list of the read model knows; all of them may be given together. */
export const listFilterFields = {
  programme: programmeCodeSchema.optional(),
  ward: wardsSchema.optional(),
  tag: tagSchema.optional(),
  organisation: idSchema('organisation').optional().meta({ description: 'Made in the name of this organisation' }),
  year: z.coerce
    .number()
    .int()
    .min(2000)
    .max(2999)
    .optional()
    .meta({ description: 'The year of publication in Hanoi' }),
};

export const searchSorts = ['relevance', 'new', 'top'] as const;

export const searchQueryFields = {
  q: questionSchema,
  kind: foundKindSchema.optional(),
  status: z.enum(statuses as [string, ...string[]]).optional(),
  origin: originSchema.optional(),
  ...listFilterFields,
  sort: z.enum(searchSorts).default('relevance'),
};
export type SearchFilter = z.output<z.ZodObject<typeof searchQueryFields>>;

/** Text of the thing, escaped, with `<mark>` around what was looked for and no other element. */
const markedSchema = z
  .string()
  .meta({ description: 'HTML: escaped text, with `mark` around the words that were found' });

const counterFields = Object.fromEntries(counters.map((counter) => [counter, countSchema])) as Record<
  Counter,
  typeof countSchema
>;

export const foundSchema = z
  .object({
    kind: foundKindSchema,
    id: z.string(),
    title: z.string().meta({ description: 'Of a comment, the title of its subject' }),
    titleHtml: markedSchema,
    snippetHtml: markedSchema,
    path: z.string().meta({ description: 'Its page, below the language: `/challenges/chl_…`' }),
    /** The subject above it. */
    parent: z.object({ kind: z.enum(subjectKinds), id: z.string(), title: z.string() }).nullable(),
    status: z.string().nullable().meta({ description: 'Null for what has none: comments and organisations' }),
    origin: originSchema.nullable().meta({ description: 'How a challenge came about; null for all else' }),
    programme: programmeCodeSchema.nullable(),
    ward: wardCodeSchema.nullable(),
    tags: z.array(z.string()),
    images: z.array(imageSchema).meta({ description: 'The cover, if there is one' }),
    author: authorSchema.nullable(),
    organisation: organisationRefSchema.nullable(),
    ...counterFields,
    publishedAt: timeSchema.nullable(),
    closesAt: timeSchema.nullable(),
  })
  .meta({ id: 'Found' });
export type Found = z.output<typeof foundSchema>;

const facetSchema = z.array(z.object({ value: z.string(), count: countSchema }));

/** How complete the read model is: the time up to which it has seen every change, and whether it is whole. */
const freshness = {
  asOf: timeSchema.meta({ description: 'Every change up to this time has been seen' }),
  isComplete: z.boolean().meta({ description: 'False while the index is being rebuilt: some things may be missing' }),
};

export const searchAnswerSchema = z
  .object({
    items: z.array(foundSchema),
    total: countSchema,
    totalIsExact: z.boolean().meta({ description: 'False where so much was found that it was not counted to the end' }),
    facets: z.object({
      kind: facetSchema,
      programme: facetSchema,
      ward: facetSchema,
      status: facetSchema,
      year: facetSchema,
    }),
    organisation: organisationRefSchema
      .nullable()
      .meta({ description: 'The organisation of the filter, also where nothing was found; null without one' }),
    /** What was looked for instead of words that stand nowhere. */
    corrected: z.string().nullable().meta({ description: 'The question with its misspelt words replaced, if it was' }),
    nextCursor: z.string().nullable(),
    ...freshness,
  })
  .meta({ id: 'SearchAnswer' });
export type SearchAnswer = z.output<typeof searchAnswerSchema>;

export const suggestionKinds = [...subjectKinds, 'organisation', 'programme', 'tag', 'ward'] as const;
export const mostSuggestions = 8;

export const suggestionSchema = z
  .object({
    kind: z.enum(suggestionKinds),
    text: z.string(),
    path: z
      .string()
      .nullable()
      .meta({ description: 'Its page, below the language; null for programmes, tags and wards' }),
    /** For programmes, tags and wards: what to filter by. */
    value: z.string().nullable(),
  })
  .meta({ id: 'Suggestion' });
export type Suggestion = z.output<typeof suggestionSchema>;

export const suggestAnswerSchema = z.object({ items: z.array(suggestionSchema) }).meta({ id: 'Suggestions' });

/** A draft to compare: as it stands, so no field has a least length. */
export const draftToCompareSchema = z
  .strictObject({
    title: z.string().max(2_000).default(''),
    summary: z.string().max(4_000).default(''),
    ward: wardCodeSchema.nullable().default(null),
  })
  .meta({ id: 'DraftToCompare' });
export type DraftToCompare = z.output<typeof draftToCompareSchema>;

export const likeReasons = ['words', 'place'] as const;
export const mostAlike = 5;

export const alikeSchema = z
  .object({
    ...foundSchema.shape,
    reasons: z.array(z.enum(likeReasons)).meta({ description: 'Why it may be the same: its words, its place' }),
    likeness: z.number().min(0).max(1).meta({ description: 'How alike the texts are: 1 for the same' }),
    sharedWords: z.array(z.string()).meta({ description: 'The words that both have, most telling first' }),
  })
  .meta({ id: 'Alike' });
export type Alike = z.output<typeof alikeSchema>;
export const alikeAnswerSchema = z.object({ items: z.array(alikeSchema) }).meta({ id: 'AlikeAnswer' });

/** What a list of one kind of subject is narrowed to. */
export type ListFilter = {
  programme?: string;
  ward?: readonly string[];
  status?: string;
  origin?: string;
  tag?: string;
  organisation?: string;
  year?: number;
  sort: (typeof listSorts)[number];
};
