/** Where signing in through the OpenID Connect provider begins. */

/** The address that goes to the provider and comes back to `next`: a path, or the page at that URL without its action. */
export function oidcAddress(next: string | URL): string {
  const path = typeof next === 'string' ? next : withoutAction(next);
  return `/api/v1/auth/oidc/start?${new URLSearchParams({ next: path })}`;
}

/** A form sent without JavaScript leaves `?/action` in the address. */
function withoutAction({ pathname, searchParams }: URL): string {
  const kept = new URLSearchParams([...searchParams].filter(([name]) => !name.startsWith('/')));
  return kept.size > 0 ? `${pathname}?${kept}` : pathname;
}
