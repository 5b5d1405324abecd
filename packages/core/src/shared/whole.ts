/** Well-formed strings: what can be stored, sent and shown everywhere. */

/** Whether a text has no half of a character (an unpaired surrogate) and no NUL, which some readers take for its end. */
export function isWhole(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}

/** Where in a value as JSON has it a text, or the name of a field, is not whole, such as `/tags/1`; undefined when all are. */
export function brokenAt(value: unknown): string | undefined {
  // Not by calls of itself: what is nested deeply enough would fill the stack.
  const left: [string, unknown][] = [['', value]];
  for (let next = left.pop(); next; next = left.pop()) {
    const [path, one] = next;
    if (typeof one === 'string' && !isWhole(one)) return path || '/';
    if (typeof one !== 'object' || one === null) continue;
    for (const [name, field] of Object.entries(one)) {
      if (!isWhole(name)) return path || '/';
      // Longer than any path of ours, and built up for each step down.
      left.push([path.length < 200 ? `${path}/${name}` : path, field]);
    }
  }
  return undefined;
}
