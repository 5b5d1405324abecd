/** Signing in by a code sent by e-mail. */
import { emailSchema, languages } from '../person/schema.ts';
import { z } from '../shared/zod.ts';

/** Longer than anybody types or pastes a code. */
const typedLength = 64;

// Blanks, dashes, dots and what nobody sees, wherever mail programs and phones put them into a code.
const between = /[\s\p{Pd}\p{Cf}\p{Default_Ignorable_Code_Point}\u2212._·]/gu;

/** Six digits, full-width ones too, with whatever stands between them. */
export const codeSchema = z
  .string()
  .max(typedLength)
  .transform((text) => text.normalize('NFKC').replace(between, ''))
  .pipe(z.string().regex(/^\d{6}$/));

/** What the answer to the first request for a code gave, by which a browser is known again. */
export const requestSchema = z
  .string()
  .regex(/^[\w-]{22,64}$/)
  .meta({ description: 'Of the answer to the first request for a code: gives whoever sends it tries of their own' });

export const requestCodeSchema = z
  .strictObject({
    email: emailSchema,
    language: z.enum(languages).optional(),
    request: requestSchema.optional(),
  })
  .meta({ id: 'RequestCode' });
export const openSessionSchema = z
  .strictObject({ email: emailSchema, code: codeSchema, request: requestSchema.optional() })
  .meta({ id: 'OpenSession' });

/** A form as the pages write it down, short enough for what is read of somebody who is not signed in. */
export const carriedFormSchema = z.strictObject({ form: z.string().min(2).max(15_000) }).meta({ id: 'CarriedForm' });
export const carriedFormKeySchema = z.string().regex(/^[\w-]{43}$/);
