/**
 * Carries a notice over the redirect after an action, in a cookie of half a minute. The value names the page that shows it;
 * the cookie's own path can't, as the prefix `__Host-`, which keeps sites on the same domain from setting it, requires `/`.
 */
import type { RequestEvent } from '@sveltejs/kit';
import { type ActionNotice, type NoticedAction, noticedActions } from './action-notice';

/** Leaves a notice of `action` for the next visit of this page, or of the one at `path`. */
export function leaveNotice(
  event: RequestEvent,
  action: NoticedAction,
  count?: number,
  path = event.url.pathname,
): void {
  const { name, attributes } = cookieOf(event);
  event.cookies.set(name, `${action}.${count ?? ''}.${path}`, { ...attributes, maxAge: 30 });
}

/** The notice left for this page, once. */
export function takeNotice(event: RequestEvent): ActionNotice | null {
  const { name, attributes } = cookieOf(event);
  const [action, count, path] = event.cookies.get(name)?.split('.') ?? [];
  if (path !== event.url.pathname) return null;
  event.cookies.delete(name, attributes);
  if (!noticedActions.includes(action as NoticedAction)) return null;
  return { action: action as NoticedAction, count: /^\d+$/.test(count ?? '') ? Number(count) : null };
}

/** Browsers refuse the prefix over plain http (one machine, no certificate), so the cookie has another name there. */
function cookieOf(event: RequestEvent) {
  const secure = event.url.protocol === 'https:';
  const attributes = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
  return { name: secure ? '__Host-notice' : 'notice', attributes };
}
