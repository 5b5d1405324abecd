/** A person with an account. */

import { programmeCodeSchema } from '../programme/schema.ts';
import { addressLength, cleanAddress, emailPattern, pastedLength } from '../shared/email-address.ts';
import { idSchema } from '../shared/ids.ts';
import { membershipSchema } from '../shared/membership.ts';
import { grantedRoles, roles } from '../shared/role.ts';
import { isSound, lineOfText, showsNothing } from '../shared/text.ts';
import { z } from '../shared/zod.ts';
import { wardCodeSchema } from '../ward/schema.ts';

export const languages = ['vi', 'en'] as const;
export type Language = (typeof languages)[number];

/** An e-mail address as people type and paste it; it comes out as the one that mail is sent to. */
export const emailSchema = z
  .string()
  .max(pastedLength)
  .transform(cleanAddress)
  .pipe(z.email({ pattern: emailPattern }).max(addressLength));

/** When a restriction ends by a decision of moderators; it may be over. */
const restrictedUntil = (description: string) => z.iso.datetime().nullable().default(null).meta({ description });

/** To what a moderator is limited. */
export const scopeSchema = z.object({ programmes: z.array(programmeCodeSchema), wards: z.array(wardCodeSchema) });
export type Scope = z.output<typeof scopeSchema>;

/** A person as they see themselves. Never shown to others: it holds the e-mail address. */
export const meSchema = z
  .object({
    id: idSchema('person'),
    name: z.string(),
    email: z.string().nullable(),
    language: z.enum(languages),
    ward: wardCodeSchema.nullable(),
    roles: z.array(z.enum(roles)),
    memberships: z.array(membershipSchema),
    scope: scopeSchema
      .nullable()
      .default(null)
      .meta({ description: 'To what one is limited as a moderator; null for everything' }),
    assurance: z.enum(['email', 'eid']),
    limitedUntil: restrictedUntil('Until when one writes less often'),
    suspendedUntil: restrictedUntil('Until when one writes nothing'),
    version: z.number().int(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'Me' });
export type Me = z.output<typeof meSchema>;

/** A name has a letter in it. Whether it is one that no person may have is asked by `name-rule.ts`. */
export const personNameSchema = lineOfText(2, 60).refine((name) => /\p{L}/u.test(name), {
  params: { code: showsNothing },
  when: isSound,
});

export const meChangeSchema = z
  .strictObject({
    version: z.number().int().min(1),
    name: personNameSchema,
    language: z.enum(languages),
    ward: wardCodeSchema.nullable(),
  })
  .partial()
  .meta({ id: 'MeChange' });
export type MeChange = z.output<typeof meChangeSchema>;

export const grantedRoleSchema = z.enum(grantedRoles);
