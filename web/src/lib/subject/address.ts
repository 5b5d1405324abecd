/** Addresses within a page that keep where the reader is in its lists. */

/** The part of a page's query that names the comment its thread is to show. */
export const aroundName = 'around';

/** Parts of the query that open something once: they don't go along. */
const passing = ['reply', 'edit'];

function keptQuery(url: URL, changes: Record<string, string | null> = {}): string {
  const query = new URLSearchParams(url.searchParams);
  for (const name of [...query.keys()]) if (name.startsWith('/') || passing.includes(name)) query.delete(name);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) query.delete(name);
    else query.set(name, value);
  }
  return query.toString();
}

/** This page with `changes` in its query: null takes a part out. */
export function pageAddress(url: URL, changes: Record<string, string | null> = {}, anchor = ''): string {
  const query = keptQuery(url, changes);
  return `${url.pathname}${query && `?${query}`}${anchor}`;
}

/** Where a form of this page is sent; `anchor` is where a browser without JavaScript shows the answer. */
export function actionAddress(
  url: URL,
  action: string,
  anchor = '',
  changes: Record<string, string | null> = {},
): string {
  const query = keptQuery(url, changes);
  return `?/${action}${query && `&${query}`}${anchor}`;
}
