/** Addresses of what was merged. */

/** The part of a page's query that names what led there. */
export const cameFromName = 'merged-from';

/** The page of something merged as it was: its bare address leads on. */
export function formerPath(path: string): string {
  return `${path}?merged`;
}
