/** People and organisations as administrators see them, and what they send. */

import { newOrganisationSchema, organisationStates } from '../organisation/schema.ts';
import { emailSchema, grantedRoleSchema, scopeSchema } from '../person/schema.ts';
import { mostProgrammes, programmeCodeSchema } from '../programme/schema.ts';
import { authorSchema, timeSchema } from '../shared/author.ts';
import { idSchema } from '../shared/ids.ts';
import { memberRoles, membershipSchema, organisationKindSchema } from '../shared/membership.ts';
import { pageQuery } from '../shared/page.ts';
import { lineOfText } from '../shared/text.ts';
import { z } from '../shared/zod.ts';
import { levels } from '../trust/schema.ts';
import { wardCodeSchema } from '../ward/schema.ts';

/** Why an administrator does something; kept with what was done. */
export const reasonSchema = lineOfText(3, 500).meta({
  description: 'Why; kept with what was done, not in the audit log',
});

export const peopleQuery = z.strictObject({
  q: z.string().trim().max(320).optional().meta({
    description:
      'The whole id or e-mail address, or how a name begins, from the family or the given name on, with or without accents',
  }),
  role: grantedRoleSchema.optional().meta({ description: 'All who hold it; without `q`' }),
  ...pageQuery,
});
export type PeopleQuery = z.output<typeof peopleQuery>;

const common = {
  id: idSchema('person'),
  name: z.string(),
  email: z.string().nullable(),
  roles: z.array(grantedRoleSchema),
  scope: scopeSchema.nullable().meta({ description: 'To what a moderator is limited; null for everything' }),
  level: z.enum(levels).meta({ description: 'How far they are trusted, by their posts and by decisions' }),
  limitedUntil: timeSchema.nullable().meta({ description: 'It may be over' }),
  suspendedUntil: timeSchema.nullable().meta({ description: 'It may be over' }),
  createdAt: timeSchema,
};

export const foundPersonSchema = z.object(common).meta({ id: 'FoundPerson' });
export type FoundPerson = z.output<typeof foundPersonSchema>;

/** That somebody becomes administrator, as one administrator asked: it waits for another one. */
export const roleRequestSchema = z
  .object({
    person: authorSchema,
    by: authorSchema.nullable().meta({ description: 'null where the account is gone' }),
    reason: z.string(),
    at: timeSchema,
    until: timeSchema,
  })
  .meta({ id: 'RoleRequest' });
export type ShownRoleRequest = z.output<typeof roleRequestSchema>;

/** Decisions are counted up to here. */
export const mostCounted = 100;

export const personForAdministratorsSchema = z
  .object({
    ...common,
    memberships: z.array(membershipSchema),
    assurance: z.enum(['email', 'eid']),
    sessions: z.number().int().meta({ description: 'Where they are signed in now' }),
    decisions: z
      .number()
      .int()
      .max(mostCounted)
      .meta({ description: `Decisions about their content or account; ${mostCounted} stands for more, too` }),
    request: roleRequestSchema.nullable(),
  })
  .meta({ id: 'PersonForAdministrators' });
export type PersonForAdministrators = z.output<typeof personForAdministratorsSchema>;

export const newRoleSchema = z
  .strictObject({
    role: grantedRoleSchema,
    programmes: z.array(programmeCodeSchema).max(mostProgrammes).default([]),
    wards: z.array(wardCodeSchema).max(50).default([]),
    reason: reasonSchema,
  })
  .refine(({ role, programmes, wards }) => role === 'moderator' || programmes.length + wards.length === 0, {
    path: ['role'],
    params: { code: 'only_moderators_limited' },
    error: 'Only moderators are limited to programmes and wards',
  })
  .meta({ id: 'NewRole' });
export type NewRole = z.output<typeof newRoleSchema>;

export const whySchema = z.strictObject({ reason: reasonSchema }).meta({ id: 'Why' });

export const foundingSchema = newOrganisationSchema.extend({ reason: reasonSchema }).meta({ id: 'NewOrganisation' });
export type Founding = z.output<typeof foundingSchema>;

export const newMemberSchema = z
  .strictObject({ email: emailSchema, role: z.enum(memberRoles), reason: reasonSchema })
  .meta({ id: 'NewMember' });
export type NewMember = z.output<typeof newMemberSchema>;

/** Members are shown up to here. */
export const mostMembers = 100;

export const newMemberRoleSchema = z
  .strictObject({ role: z.enum(memberRoles), reason: reasonSchema })
  .meta({ id: 'NewMemberRole' });

/** Deeds are shown up to here. */
export const mostDeeds = 50;

export const organisationsQuery = z.strictObject({
  q: z.string().trim().max(120).optional().meta({ description: 'How its name begins, with or without accents' }),
  kind: organisationKindSchema.optional(),
  state: z.enum(organisationStates).optional(),
  ...pageQuery,
});
export type OrganisationsQuery = z.output<typeof organisationsQuery>;

const listed = {
  id: idSchema('organisation'),
  slug: z.string(),
  name: z.string(),
  kind: organisationKindSchema,
  state: z.enum(organisationStates),
  createdAt: timeSchema,
};
export const listedOrganisationSchema = z.object(listed).meta({ id: 'ListedOrganisation' });
export type ListedOrganisation = z.output<typeof listedOrganisationSchema>;

const by = authorSchema.nullable().meta({ description: 'null where the account is gone, or a command did it' });

export const organisationForAdministratorsSchema = z
  .object({
    ...listed,
    about: z.string().optional(),
    verification: z
      .object({ seen: z.string(), where: z.string(), reference: z.string(), at: timeSchema, by })
      .nullable()
      .meta({ description: 'The evidence' }),
    suspension: z.object({ reason: z.string(), at: timeSchema, by }).nullable(),
    deeds: z
      .array(
        z.object({
          deed: z.string(),
          by,
          command: z.string().nullable().meta({ description: 'Which command did it; null where a person did' }),
          member: authorSchema.nullable().meta({ description: 'The member it was about' }),
          reason: z.string().nullable(),
          at: timeSchema,
        }),
      )
      .max(mostDeeds)
      .meta({ description: `What was done to it, the latest ${mostDeeds}` }),
    members: z
      .array(authorSchema.extend({ role: z.enum(memberRoles) }))
      .max(mostMembers)
      .meta({ description: `The first ${mostMembers}` }),
  })
  .meta({ id: 'OrganisationForAdministrators' });
export type OrganisationForAdministrators = z.output<typeof organisationForAdministratorsSchema>;
