/** A challenge: a problem put to the network. */

import { imagesInputSchema } from '../card/image.ts';
import {
  answerCounts,
  cardFields,
  completeText,
  draftText,
  fullFields,
  originSchema,
  tagsSchema,
} from '../card/schema.ts';
import { listSorts } from '../listing/schema.ts';
import { programmeCodeSchema } from '../programme/schema.ts';
import { listFilterFields } from '../search/schema.ts';
import { timeInputSchema } from '../shared/author.ts';
import { completeUnlessDraft } from '../shared/complete.ts';
import { idSchema } from '../shared/ids.ts';
import { personalDataField } from '../shared/personal-data.ts';
import { lineOfText } from '../shared/text.ts';
import { z } from '../shared/zod.ts';
import { type ListedStatus, listedStatusesOf, type StatusOf, statusesOf } from '../subject/kinds.ts';
import { pointSchema, wardCodeSchema } from '../ward/schema.ts';

/** The statuses of `docs/states.md`; those that no move leads to yet are for later features. */
export const challengeStatuses = statusesOf('challenge');
export const challengeStatusSchema = z.enum(challengeStatuses);
export type ChallengeStatus = StatusOf<'challenge'>;

export const challengeCardSchema = z
  .object({ id: idSchema('challenge'), status: challengeStatusSchema, ...cardFields, ...answerCounts('challenge') })
  .meta({ id: 'ChallengeCard' });
export type ChallengeCard = z.output<typeof challengeCardSchema>;

export const challengeSchema = z
  .object({
    ...challengeCardSchema.shape,
    closeReason: z.string().nullable(),
    ...fullFields,
  })
  .meta({ id: 'Challenge' });
export type Challenge = z.output<typeof challengeSchema>;

const closesAt = timeInputSchema
  .nullable()
  .meta({ description: 'In the future, at most two years ahead; any offset, answered in UTC' });

/** What a challenge says before it is public. */
export const completeChallenge = z.object({ ...completeText, programme: programmeCodeSchema });

const programme = programmeCodeSchema.nullable().meta({ description: 'Null only in a draft' });

export const newChallengeSchema = z
  .strictObject({
    title: draftText.title.default(''),
    summary: draftText.summary.default(''),
    body: draftText.body.default(''),
    programme: programme.default(null),
    kind: originSchema.default('raised'),
    tags: tagsSchema.default([]),
    ward: wardCodeSchema.nullable().default(null),
    point: pointSchema.nullable().default(null),
    images: imagesInputSchema.default([]),
    organisation: idSchema('organisation')
      .nullable()
      .default(null)
      .meta({ description: 'Act in the name of this organisation' }),
    closesAt: closesAt.default(null),
    draft: z
      .boolean()
      .default(false)
      .meta({ description: 'Keep it as a draft only its authors see; it may be unfinished' }),
    personalData: personalDataField,
  })
  .superRefine(completeUnlessDraft(completeChallenge, ({ draft }) => draft === true))
  .meta({ id: 'NewChallenge' });
export type NewChallenge = z.output<typeof newChallengeSchema>;

export const challengeChangeSchema = z
  .strictObject({
    version: z.number().int().min(1).meta({ description: 'The version that was edited' }),
    ...draftText,
    programme,
    tags: tagsSchema,
    ward: wardCodeSchema.nullable(),
    point: pointSchema.nullable(),
    images: imagesInputSchema,
    closesAt,
    draft: z.literal(false).meta({ description: 'Opens a draft' }),
    personalData: personalDataField,
  })
  .partial()
  .required({ version: true })
  .meta({ id: 'ChallengeChange' });
export type ChallengeChange = z.output<typeof challengeChangeSchema>;

export const closeChallengeSchema = z.strictObject({ reason: lineOfText(3, 500) }).meta({ id: 'CloseChallenge' });

export const reopenChallengeSchema = z
  .strictObject({
    reason: lineOfText(3, 500),
    closesAt: closesAt.meta({ description: 'The new end; null for none' }),
  })
  .meta({ id: 'ReopenChallenge' });
export type ReopenChallenge = z.output<typeof reopenChallengeSchema>;

/** Statuses the public can filter by: those of the lists. */
export const publicStatuses = listedStatusesOf('challenge');
export type PublicStatus = ListedStatus<'challenge'>;

export const challengeFilterFields = {
  sort: z.enum(listSorts).default('new'),
  ...listFilterFields,
  status: z.enum(publicStatuses).optional(),
  kind: originSchema.optional(),
};
export type ChallengeFilter = z.output<z.ZodObject<typeof challengeFilterFields>>;
