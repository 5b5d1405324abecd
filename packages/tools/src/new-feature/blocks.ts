/**
 * Adds lines to source files. Places are found by what a formatter keeps: the line that opens a block, and the line that closes
 * it at the same indentation. A syntax tree would find them too, but a library for that prints what it changed in its own
 * way, or weighs more than all the rest of this command.
 */

/**
 * `text` with `line` added to the block that the line beginning with `opening` opens: behind the last line that sorts
 * before it, or at the end where the block has an order of its own. Throws when there is no such block, or more than one.
 */
export function addLine(text: string, opening: string, line: string, place: 'sorted' | 'last' = 'last'): string {
  const lines = text.split('\n');
  const [start = -1, ...others] = lines.flatMap((candidate, index) => (candidate.startsWith(opening) ? [index] : []));
  if (start < 0 || others.length > 0) throw new Error(`There should be one block that begins with “${opening}”.`);
  const deep = indentOf(lines[start]!);
  const end = lines.findIndex((one, index) => index > start && indentOf(one) <= deep && /^\s*[}\]`]/.test(one));
  if (end < 0) throw new Error(`The block that begins with “${opening}” has no end.`);
  const block = lines.slice(start + 1, end);
  const before = block.findLastIndex((candidate) => candidate < line);
  lines.splice(place === 'last' || before < 0 ? end : start + 1 + before + 1, 0, line);
  return lines.join('\n');
}

const indentOf = (line: string) => line.length - line.trimStart().length;

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
