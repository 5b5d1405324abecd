/** Signing in by a code sent by e-mail. */
import { emailSchema, languages } from '../person/schema.ts';
import { minute } from '../shared/time.ts';
import { z } from '../shared/zod.ts';

/** Six digits, ten minutes, five tries. */
export const codeLifetime = 10 * minute;
export const codeTries = 5;

export const requestCodeSchema = z
  .strictObject({ email: emailSchema, language: z.enum(languages).optional() })
  .meta({ id: 'RequestCode' });
export const openSessionSchema = z
  .strictObject({
    email: emailSchema,
    code: z
      .string()
      .max(20)
      .transform((text) => text.replace(/\s/g, ''))
      .pipe(z.string().regex(/^\d{6}$/)),
  })
  .meta({ id: 'OpenSession' });
