/** A text as signs: each with the plain letter that it is or looks like, its Vietnamese marks, and where it stands. */
import unhomoglyph from 'unhomoglyph';
import { withoutHidden } from '../shared/visible.ts';

type Form = {
  kind: 'letter' | 'digit' | 'other' | 'space' | 'break';
  /** The small letter without marks, the digit, or the sign itself. */
  base: string;
  /** The marks by the keys of Telex, sorted: `s f r x j` tones, `^` hat, `w` horn, `(` breve, `d` the stroke of đ. */
  marks: string;
  isCapital: boolean;
};
export type Sign = Form & { start: number; end: number };

const markKeys: Record<string, string> = {
  ...{ '\u0301': 's', '\u0300': 'f', '\u0309': 'r', '\u0303': 'x', '\u0323': 'j' },
  ...{ '\u0302': '^', '\u031B': 'w', '\u0306': '(' },
};

// Letters that the Unicode table of look-alikes leaves as small capitals, or reads by their sound.
const alike: Record<string, string> = {
  ...{ н: 'h', п: 'n', т: 't', к: 'k', в: 'b', м: 'm', г: 'r', и: 'u', у: 'y', л: 'n', д: 'd', ч: 'y' },
  ...{ ʜ: 'h', ᴛ: 't', ĸ: 'k', ʙ: 'b', ᴍ: 'm', ɴ: 'n', ᴀ: 'a', ᴄ: 'c', ᴅ: 'd', ᴇ: 'e', ɢ: 'g', ᴊ: 'j', ᴋ: 'k' },
  ...{ ʟ: 'l', ᴏ: 'o', ᴘ: 'p', ʀ: 'r', ᴜ: 'u', ᴠ: 'v', ᴡ: 'w', ʏ: 'y', ᴢ: 'z', π: 'n', η: 'n', μ: 'u', τ: 't' },
};
const withStroke = /^[đðɖƌ]$/i;

/** Few clusters make up all texts, so their forms are kept; null for what nobody sees. */
const known = new Map<string, Form | null>();
const mostKnown = 20_000;

/** The visible signs of `text`, in order. */
export function signsOf(text: string): Sign[] {
  const signs: Sign[] = [];
  for (const { 0: cluster, index } of text.matchAll(/\r\n|\P{M}\p{M}*|\p{M}+/gu)) {
    const form = formOf(cluster);
    if (form) signs.push({ ...form, start: index, end: index + cluster.length });
  }
  return signs;
}

function formOf(cluster: string): Form | null {
  const before = known.get(cluster);
  if (before !== undefined) return before;
  const form = readForm(cluster);
  if (known.size >= mostKnown) known.clear();
  // A heap of marks is no cluster that comes again.
  if (cluster.length <= 8) known.set(cluster, form);
  return form;
}

function readForm(cluster: string): Form | null {
  if (/^[\n\r\u2028\u2029]/.test(cluster)) return { kind: 'break', base: '\n', marks: '', isCapital: false };
  if (/^\s/.test(cluster)) return { kind: 'space', base: ' ', marks: '', isCapital: false };
  if (withoutHidden(cluster) === '') return null;
  const parts = [...cluster.slice(0, 64).normalize('NFKD')];
  const heads = parts.filter((part) => !/\p{M}/u.test(part));
  const letters = heads.map(plainLetter).join('');
  const marks = parts.flatMap((part) => markKeys[part] ?? (withStroke.test(part) ? 'd' : []));
  const isCapital = /\p{Lu}/u.test(heads.join(''));
  return { kind: kindOf(letters), base: letters, marks: sortedSet(marks), isCapital };
}

function kindOf(letters: string): Form['kind'] {
  if (/^\p{L}+$/u.test(letters)) return 'letter';
  return /^\p{N}+$/u.test(letters) ? 'digit' : 'other';
}

function plainLetter(head: string): string {
  if (/^[a-z0-9]$/.test(head)) return head;
  if (withStroke.test(head)) return 'd';
  const small = head.toLowerCase();
  if (!/\p{L}/u.test(head) || /^[a-z]$/.test(small)) return small;
  const latin = alike[small] ?? unhomoglyph(head);
  return (alike[latin] ?? latin).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase() || small;
}

/** Marks without repetition, in one order. */
export function sortedSet(marks: Iterable<string>): string {
  return [...new Set(marks)].sort().join('');
}
