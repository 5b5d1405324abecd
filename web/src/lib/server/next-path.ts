/** Where to continue after signing in: always a path of this site. */

/** `next` when it is a path of this site that is worth going to, else `otherwise`. */
export function safeNext(next: string | null, otherwise: string): string {
  const base = 'http://this.site';
  if (!next?.startsWith('/') || next.length > 2_000 || !URL.canParse(next, base)) return otherwise;
  const { origin, pathname, search, hash } = new URL(next, base);
  // Nothing of another host, no answer meant for programs, and not the sign-in page again.
  const isOurs = origin === base && !pathname.startsWith('//') && !/^\/(api|dev|media)\//.test(pathname);
  return isOurs && !/^(\/en)?\/sign-in$/.test(pathname) ? pathname + search + hash : otherwise;
}
