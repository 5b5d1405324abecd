/** Prepares a letter for a Markdown parser: indents that mean nothing to readers go, and signs that people mean as signs stay. */

const listItem = /^\s*(?:[-+*]|\d{1,9}[.)])\s/;
/** Bullets of word processors; the last two are those of their symbol font. */
const bullet = /^(\s*)[•·▪●‣\uF0B7\uF0A7][^\S\n]+/;
const fence = /^ {0,3}`{3,}/;
/** An indent of so many columns is deep: Markdown takes what follows for code, or for a part of the item above. */
const deep = 4;

/** The same text with each line as a reader of letters would take it. What stands between two fences stays untouched. */
export function asLetter(text: string): string {
  const lines = text.split('\n');
  const fences = lines.flatMap((line, at) => (fence.test(line) ? [at] : []));
  // A fence that is never closed would make code of the rest.
  const unclosed = fences.length % 2 === 1 ? fences.pop() : undefined;
  const inCode = codeLines(fences);
  const place = placer();
  return lines
    .map((line, at) => {
      if (inCode(at)) return line;
      const placed = place(line.replace(bullet, '$1- '));
      return at === unclosed ? placed.replace('`', '\\`') : withSigns(placed);
    })
    .join('\n');
}

/** Tells whether a line stands between two fences, or is one. */
function codeLines(fences: readonly number[]): (line: number) => boolean {
  const code = new Set<number>();
  for (let pair = 0; pair < fences.length; pair += 2) {
    for (let line = fences[pair]!; line <= fences[pair + 1]!; line++) code.add(line);
  }
  return (line) => code.has(line);
}

/** Takes lines one after another, and sets each where it belongs: below an item of a list, or at the margin. */
function placer(): (line: string) => string {
  /** Columns by which the list in progress is indented as a whole; undefined outside of one. */
  let list: number | undefined;
  let afterBlank = true;
  return (line) => {
    const text = line.trimStart();
    if (text === '') {
      afterBlank = true;
      return line;
    }
    const width = columnsOf(line.slice(0, line.length - text.length));
    const isItem = listItem.test(line);
    // A tab after an empty line opens a new paragraph, and so does a line at the margin.
    const leaves = !isItem && afterBlank && (width === 0 || line.startsWith('\t'));
    if (leaves) list = undefined;
    else if (isItem) list ??= width >= deep ? width : 0;
    afterBlank = false;
    if (list === undefined) return width >= deep ? text : line;
    return ' '.repeat(Math.max(0, width - list)) + text;
  };
}

function columnsOf(indent: string): number {
  let columns = 0;
  for (const sign of indent) columns += sign === '\t' ? deep - (columns % deep) : 1;
  return columns;
}

/** `>5 m` is more than five metres, and a line of waves is a line. */
function withSigns(line: string): string {
  return line.replace(/^(\s*)(>(?=[^\s>])|~{3})/, '$1\\$2');
}
