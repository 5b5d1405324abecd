/** A sign-in that still holds, as its person sees it: never its token. */
import { z } from '../shared/zod.ts';

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

/** Sessions are told apart by the beginning of their token's hash, which opens nothing. */
export const sessionIdLength = 22;
