/** The session cookie: read with every request, set at sign-in, cleared at sign-out or when it opens nothing any more. */
import { type Session, sessionCookie } from '@hanoi/core/session/schema';
import type { RequestEvent } from '@sveltejs/kit';

/** Takes the session from the cookie into `locals`, without asking whether it still holds. Tells whether there is one. */
export function readSession(event: RequestEvent): boolean {
  const token = event.cookies.get(cookieOf(event).name);
  if (token) event.locals.session = { token };
  return Boolean(token);
}

/** Signs this browser in. */
export function openSession(event: RequestEvent, session: Session): void {
  const { name, attributes } = cookieOf(event);
  event.cookies.set(name, session.token, { ...attributes, expires: new Date(session.expiresAt) });
  event.locals.session = { token: session.token };
}

/** Forgets the session in this browser. */
export function clearSession(event: RequestEvent): void {
  const { name, attributes } = cookieOf(event);
  event.cookies.delete(name, attributes);
  event.locals.session = undefined;
}

function cookieOf(event: RequestEvent) {
  return sessionCookie(event.url.protocol === 'https:');
}
