/** How long the body of a request may be: the contract of its route says so; of pages, a short table. */
import { bodyLimits } from '@hanoi/core/api/limits';
import { allEndpoints } from '@hanoi/core/contracts';
import { limitFor } from './body.ts';
import { isAnonymous } from './micro-cache.ts';

type Request = { method: string; path: string; headers: Record<string, string | string[] | undefined> };

/** What fits the form of a page with its longest text, where every letter takes nine bytes of a form. */
const pageForm = 256 * 1024;

/**
 * The most bytes the body of an API request may have: what its contract says, and little where nobody has signed in, as only
 * short forms are open to everybody. `binary` is whether it travels in base64.
 */
export function apiBodyLimit({ method, path, headers }: Request, binary: boolean): number {
  if (isAnonymous(headers)) return bodyLimits.small;
  const route = routes().find((one) => one.method === method && one.path.test(path));
  return Math.min(route?.bodyLimit ?? bodyLimits.small, limitFor(binary));
}

/** The most bytes a form of a page may have: pictures come only from those who signed in. */
export function pageBodyLimit({ path, headers }: Omit<Request, 'method'>): number {
  if (!isAnonymous(headers)) return limitFor(true);
  return /^(?:\/en)?\/sign-in\/?$/.test(path) ? bodyLimits.small : pageForm;
}

type Route = { method: string; path: RegExp; bodyLimit: number };
let known: Route[] | undefined;

/** Those that write. */
function routes(): Route[] {
  known ??= allEndpoints().flatMap(({ endpoint }) => {
    if (endpoint.method === 'GET') return [];
    const path = new RegExp(`^/api/v1${endpoint.path.replaceAll(/\{\w+\}/g, '[^/]+')}$`);
    return [{ method: endpoint.method, path, bodyLimit: endpoint.bodyLimit }];
  });
  return known;
}
