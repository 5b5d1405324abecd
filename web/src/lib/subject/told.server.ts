/**
 * Carries what was just done over the redirect to the page that tells it, in a cookie of half a minute. The cookie names
 * that page, and not by its path: `__Host-`, which keeps neighbours under the same domain from planting one, wants `/`.
 */
import type { RequestEvent } from '@sveltejs/kit';
import { type Deed, deeds, type Told } from './told';

/** Leaves word of `deed` for the next look at this page, or at the one at `path`. */
export function tell(event: RequestEvent, deed: Deed, count?: number, path = event.url.pathname): void {
  const { name, attributes } = cookieOf(event);
  event.cookies.set(name, `${deed}.${count ?? ''}.${path}`, { ...attributes, maxAge: 30 });
}

/** What was done on this page just before, once. */
export function takeTold(event: RequestEvent): Told | null {
  const { name, attributes } = cookieOf(event);
  const [deed, count, path] = event.cookies.get(name)?.split('.') ?? [];
  if (path !== event.url.pathname) return null;
  event.cookies.delete(name, attributes);
  if (!deeds.includes(deed as Deed)) return null;
  return { deed: deed as Deed, count: /^\d+$/.test(count ?? '') ? Number(count) : null };
}

/** Over plain http (one machine, no certificate) browsers refuse the prefix, so it has another name there. */
function cookieOf(event: RequestEvent) {
  const secure = event.url.protocol === 'https:';
  const attributes = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
  return { name: secure ? '__Host-told' : 'told', attributes };
}
