/** Proving who one is, and the session that comes of it. */
import { emailSchema, languages, meSchema } from '../person/schema.ts';
import { day, minute } from '../shared/time.ts';
import { z } from '../shared/zod.ts';

/** Six digits, ten minutes, five tries. */
export const codeLifetime = 10 * minute;
export const codeTries = 5;
export const sessionLifetime = 30 * day;

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

export const sessionSchema = z
  .object({ token: z.string(), expiresAt: z.iso.datetime(), person: meSchema })
  .meta({ id: 'Session' });
export type Session = z.output<typeof sessionSchema>;

/**
 * The session cookie. Over https it carries the `__Host-` prefix, which binds it to this very host; over plain http
 * (one machine, no certificate) browsers refuse that prefix, so it has another name.
 */
export function sessionCookie(secure: boolean) {
  const attributes = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
  return { name: secure ? '__Host-session' : 'session', attributes };
}
