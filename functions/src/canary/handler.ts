/** The canary: opens the home page from outside, and fails when a reader would see no page. */

/** As long as people wait, and then some. */
const patience = 10_000;

/** Opens the home page of `PUBLIC_ORIGIN`. Throws when it does not come whole, in time and with status 200. */
export async function handler(): Promise<{ status: number }> {
  const address = new URL('/', process.env.PUBLIC_ORIGIN);
  // A redirect is followed: the page is what counts, not where it stands.
  const response = await fetch(address, { signal: AbortSignal.timeout(patience), headers: { accept: 'text/html' } });
  const page = await response.text();
  if (response.status !== 200) throw new Error(`${address} answered ${response.status}`);
  if (!page.trimEnd().endsWith('</html>')) throw new Error(`${address} answered a page without an end`);
  return { status: response.status };
}
