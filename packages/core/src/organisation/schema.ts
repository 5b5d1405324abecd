/** Organisations: the input that founds one. */
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
