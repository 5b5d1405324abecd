/** How long a session holds, and the cookie that carries it. */
import { expect, it } from 'vitest';
import { sessionCookie, sessionLifetime, signInWays } from './schema.ts';

it('holds thirty days', () => expect(sessionLifetime).toBe(30 * 24 * 3_600 * 1_000));

it('is begun by a code or by a provider', () => expect(signInWays).toEqual(['code', 'oidc']));

it('is carried by a cookie no script reads and no other host sets; over plain http by one browsers take', () => {
  const attributes = { path: '/', httpOnly: true, sameSite: 'lax' };
  expect(sessionCookie(true)).toEqual({ name: '__Host-session', attributes: { ...attributes, secure: true } });
  expect(sessionCookie(false)).toEqual({ name: 'session', attributes: { ...attributes, secure: false } });
});
