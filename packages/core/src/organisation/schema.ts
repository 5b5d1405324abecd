/** Organisations and who acts in their name. */
import { idSchema } from '../shared/ids.ts';
import { lineOfText } from '../shared/text.ts';
import { z } from '../shared/zod.ts';

export const organisationKinds = [
  'agency',
  'enterprise',
  'university',
  'institute',
  'innovation-centre',
  'association',
] as const;
export const organisationKindSchema = z.enum(organisationKinds);
export type OrganisationKind = (typeof organisationKinds)[number];

/** An organisation as it stands beside what was made in its name. */
export const organisationRefSchema = z
  .object({ id: idSchema('organisation'), name: z.string(), kind: organisationKindSchema })
  .meta({ id: 'OrganisationRef' });
export type OrganisationRef = z.output<typeof organisationRefSchema>;

export const memberRoles = ['owner', 'editor', 'member'] as const;
export type MemberRole = (typeof memberRoles)[number];

/** A membership as a person carries it: enough to authorise without another read. */
export const membershipSchema = z
  .object({ id: idSchema('organisation'), name: z.string(), kind: organisationKindSchema, role: z.enum(memberRoles) })
  .meta({ id: 'Membership' });
export type Membership = z.output<typeof membershipSchema>;

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
