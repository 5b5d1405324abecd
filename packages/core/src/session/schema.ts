/** Sessions: an open sign-in with its token, and a sign-in as its person sees it, without the token. */
import { meSchema } from '../person/schema.ts';
import { day } from '../shared/time.ts';
import { z } from '../shared/zod.ts';

export const sessionLifetime = 30 * day;

/** How somebody signed in: by a code sent by e-mail, or by an OpenID Connect provider. */
export const signInWays = ['code', 'oidc'] as const;
export type SignInWay = (typeof signInWays)[number];

export const mySessionSchema = z
  .object({
    id: z.string(),
    way: z.enum(signInWays).optional().meta({ description: 'Not known of a session from before it was kept' }),
    signedInAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
    isCurrent: z.boolean().meta({ description: 'Whether it is the one this request was made with' }),
  })
  .meta({ id: 'MySession' });
export type MySession = z.output<typeof mySessionSchema>;

/** A session's id is the beginning of its token's hash, with which nobody can sign in. */
export const sessionIdLength = 22;

export const sessionSchema = z
  .object({ token: z.string(), expiresAt: z.iso.datetime(), person: meSchema })
  .meta({ id: 'Session' });
export type Session = z.output<typeof sessionSchema>;

/**
 * The session cookie. Over https it carries the `__Host-` prefix, which binds it to this host; over plain http
 * (one machine, no certificate) browsers refuse that prefix, so it has another name.
 */
export function sessionCookie(secure: boolean) {
  const attributes = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
  return { name: secure ? '__Host-session' : 'session', attributes };
}
