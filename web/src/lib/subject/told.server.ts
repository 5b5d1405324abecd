/** Carries what was just done over the redirect to the page that tells it, in a cookie of half a minute. */
import type { RequestEvent } from '@sveltejs/kit';
import { type Deed, deeds, type Told } from './told';

const name = 'told';

/** Leaves word of `deed` for the next look at this page, or at the one at `path`. */
export function tell(event: RequestEvent, deed: Deed, count?: number, path?: string): void {
  const attributes = attributesOf(event);
  event.cookies.set(name, `${deed}.${count ?? ''}`, { ...attributes, path: path ?? attributes.path, maxAge: 30 });
}

/** What was done on this page just before, once. */
export function takeTold(event: RequestEvent): Told | null {
  const [deed, count] = event.cookies.get(name)?.split('.') ?? [];
  if (!deed) return null;
  event.cookies.delete(name, attributesOf(event));
  if (!deeds.includes(deed as Deed)) return null;
  return { deed: deed as Deed, count: /^\d+$/.test(count ?? '') ? Number(count) : null };
}

function attributesOf(event: RequestEvent) {
  const { pathname, protocol } = event.url;
  return { path: pathname, httpOnly: true, sameSite: 'lax', secure: protocol === 'https:' } as const;
}
