/** Organisations as they are shown with what is made in their name, and memberships, which are part of the actor. */
import { idSchema } from './ids.ts';
import { z } from './zod.ts';

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

/** An organisation as it is shown with what was made in its name. */
export const organisationRefSchema = z
  .object({ id: idSchema('organisation'), name: z.string(), kind: organisationKindSchema })
  .meta({ id: 'OrganisationRef' });
export type OrganisationRef = z.output<typeof organisationRefSchema>;

export const memberRoles = ['owner', 'editor', 'member'] as const;
export type MemberRole = (typeof memberRoles)[number];

/** A membership as a person carries it: enough to authorise without another read. */
export const membershipSchema = z
  .object({
    id: idSchema('organisation'),
    name: z.string(),
    kind: organisationKindSchema,
    role: z.enum(memberRoles),
    suspended: z.literal(true).optional().meta({ description: 'Nobody speaks in the name of the organisation now' }),
  })
  .meta({ id: 'Membership' });
export type Membership = z.output<typeof membershipSchema>;

/** Whether one speaks in the organisation's name: as owner or editor, and while it is not suspended. */
export function speaksFor({ role, suspended }: Pick<Membership, 'role' | 'suspended'>): boolean {
  return role !== 'member' && !suspended;
}
