/** Adds a line to a list in a source file. */

/**
 * `text` with `line` added to the block that the line beginning with `opening` opens: behind the last line that sorts
 * before it, or at the end where the block has an order of its own. Throws when there is no such block.
 */
export function addLine(text: string, opening: string, line: string, place: 'sorted' | 'last' = 'last'): string {
  const lines = text.split('\n');
  const start = lines.findIndex((candidate) => candidate.startsWith(opening));
  const end = lines.findIndex((candidate, index) => index > start && /^[}\]`]/.test(candidate));
  if (start < 0 || end < 0) throw new Error(`There is no block that begins with “${opening}”.`);
  const block = lines.slice(start + 1, end);
  const before = block.findLastIndex((candidate) => candidate < line);
  lines.splice(place === 'last' || before < 0 ? end : start + 1 + before + 1, 0, line);
  return lines.join('\n');
}

/** `text` with `line` among its imports; the formatter puts it in its place. */
export function addImport(text: string, line: string): string {
  return text.replace(/^import .*$/m, (first) => `${first}\n${line}`);
}

/** `text` with `added` put in before `anchor`. Throws unless `anchor` is there once. */
export function addBefore(text: string, anchor: string, added: string): string {
  const parts = text.split(anchor);
  if (parts.length !== 2) throw new Error(`“${anchor.trim()}” should be there once.`);
  return parts.join(added + anchor);
}
