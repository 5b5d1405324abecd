/** Takes the address of a request apart and refuses everything ambiguous, before any handler sees it. */

export type Address = {
  /** As sent: percent-encoded, without the query. */
  path: string;
  /** Without the question mark. */
  query: string;
};

// Encoded slashes, backslashes and null bytes mean different things to different readers.
const TRICKS = /[\0-\x20\x7f-\uffff\\]|%(?:00|2f|5c)/i;

/** The parts of the address, or undefined when it is malformed or tries to leave its place. */
export function parseAddress(url: string): Address | undefined {
  const mark = url.indexOf('?');
  const path = mark < 0 ? url : url.slice(0, mark);
  const query = mark < 0 ? '' : url.slice(mark + 1);
  if (path[0] !== '/' || path.includes('//') || TRICKS.test(path)) return undefined;
  const plain = decode(path);
  if (plain === undefined) return undefined;
  for (const segment of plain.split('/')) if (segment === '.' || segment === '..') return undefined;
  return { path, query };
}

/** Whether the query decodes; web pages are lenient here, the API is not. */
export function isDecodable(query: string): boolean {
  return decode(query) !== undefined;
}

function decode(text: string): string | undefined {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
