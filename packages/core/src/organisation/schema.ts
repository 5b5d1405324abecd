/** Organisations: the input that founds one, what verifies one, and how everybody sees one. */
import { timeSchema } from '../shared/author.ts';
import { idSchema } from '../shared/ids.ts';
import { organisationKindSchema } from '../shared/membership.ts';
import { lineOfText } from '../shared/text.ts';
import { z } from '../shared/zod.ts';

export const newOrganisationSchema = z.strictObject({
  slug: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(60),
  name: lineOfText(3, 120),
  kind: organisationKindSchema,
  about: lineOfText(0, 500).optional(),
});
export type NewOrganisation = z.output<typeof newOrganisationSchema>;

/** The evidence that an organisation is what it says. */
export const newVerificationSchema = z
  .strictObject({
    seen: lineOfText(3, 300).meta({
      description: 'What was seen: a decision of establishment, a business registration',
    }),
    where: lineOfText(3, 300).meta({ description: 'Where it was seen: an official site, the paper itself' }),
    reference: lineOfText(0, 300).default('').meta({ description: 'Its number or address, by which others find it' }),
  })
  .meta({ id: 'NewVerification' });
export type NewVerification = z.output<typeof newVerificationSchema>;

/** What an organisation is known as; one that is suspended may have been verified. */
export const organisationStates = ['unverified', 'verified', 'suspended'] as const;
export type OrganisationState = (typeof organisationStates)[number];

export const publicOrganisationSchema = z
  .object({
    id: idSchema('organisation'),
    slug: z.string(),
    name: z.string(),
    kind: organisationKindSchema,
    about: z.string(),
    verifiedAt: timeSchema
      .nullable()
      .meta({ description: 'When an administrator saw evidence; null where nobody has' }),
    suspendedAt: timeSchema.nullable().meta({ description: 'Since when nobody speaks in its name' }),
    createdAt: timeSchema,
  })
  .meta({ id: 'Organisation' });
export type PublicOrganisation = z.output<typeof publicOrganisationSchema>;
