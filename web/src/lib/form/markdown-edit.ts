/** What the buttons above a Markdown text do to it. Pure: a text and a selection in, a text and a selection out. */

export type Marked = { text: string; start: number; end: number };
export type Mark = 'bold' | 'italic' | 'heading' | 'list' | 'quote' | 'link';
/** Words that stand in where nothing was selected. */
export type Samples = { sample: string; linkText: string };

const around = { bold: '**', italic: '*' } as const;
const before = { heading: '## ', list: '- ', quote: '> ' } as const;

/** `marked` with `mark` put on its selection, or taken off where it is on already. */
export function applyMark(marked: Marked, mark: Mark, samples: Samples): Marked {
  if (mark === 'link') return link(marked, samples.linkText);
  if (mark === 'bold' || mark === 'italic') return wrap(marked, around[mark], samples.sample);
  return prefixLines(marked, before[mark]);
}

function wrap({ text, start, end }: Marked, sign: string, sample: string): Marked {
  const selected = text.slice(start, end);
  const isOn = isSurrounded(text, start, end, sign);
  if (isOn) {
    const bare = text.slice(0, start - sign.length) + selected + text.slice(end + sign.length);
    return { text: bare, start: start - sign.length, end: end - sign.length };
  }
  // A mark beside a space is none to Markdown, so it hugs the words.
  const words = selected.trim() || sample;
  const lead = selected.length - selected.trimStart().length;
  const tail = selected.trim() ? selected.length - selected.trimEnd().length : 0;
  const at = start + (selected.trim() ? lead : 0);
  const rest = selected.trim() ? text.slice(end - tail) : text.slice(end);
  const from = at + sign.length;
  return { text: text.slice(0, at) + sign + words + sign + rest, start: from, end: from + words.length };
}

function isSurrounded(text: string, start: number, end: number, sign: string): boolean {
  const left = text.slice(Math.max(0, start - sign.length), start);
  const right = text.slice(end, end + sign.length);
  if (left !== sign || right !== sign) return false;
  // `**bold**` is not italic: its stars come in twos.
  return sign.length > 1 || text[start - 2] !== '*' || text[start - 3] === '*';
}

function prefixLines({ text, start, end }: Marked, sign: string): Marked {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', end);
  const until = next < 0 ? text.length : next;
  const lines = text.slice(from, until).split('\n');
  const isOn = lines.every((line) => line.startsWith(sign));
  const changed = lines.map((line) => (isOn ? line.slice(sign.length) : sign + line)).join('\n');
  const at = from + changed.length;
  return { text: text.slice(0, from) + changed + text.slice(until), start: lines.length > 1 ? from : at, end: at };
}

function link({ text, start, end }: Marked, sample: string): Marked {
  const selected = text.slice(start, end);
  const isAddress = /^https?:\/\/\S+$/.test(selected.trim());
  const words = isAddress ? sample : selected.trim() || sample;
  const address = isAddress ? selected.trim() : 'https://';
  const made = `[${words}](${address})`;
  const at = isAddress ? start + 1 : start + words.length + 3;
  const length = isAddress ? words.length : address.length;
  return { text: text.slice(0, start) + made + text.slice(end), start: at, end: at + length };
}
