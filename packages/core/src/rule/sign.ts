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
  /** Letter and marks, as a part of the names by which readings are kept. */
  name: string;
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
  for (let start = 0, end = 0; start < text.length; start = end) {
    end = endOfCluster(text, start);
    const form = formOf(text.slice(start, end));
    // Written out, as spreading it takes several times as long, and a text has thousands.
    if (form) {
      const { kind, base, marks, isCapital, name } = form;
      signs.push({ kind, base, marks, isCapital, name, start, end });
    }
  }
  return signs;
}

const cluster = /\r\n|\P{M}\p{M}*|\p{M}+/uy;
const [firstMark, firstSurrogate, lastSurrogate, carriageReturn] = [0x300, 0xd800, 0xdfff, 0x0d];

/** Where the cluster that begins at `start` ends. Before anything that can't be a mark it is one character, which most are. */
function endOfCluster(text: string, start: number): number {
  const [code, next] = [text.charCodeAt(start), text.charCodeAt(start + 1)];
  const isWhole = code !== carriageReturn && (code < firstSurrogate || code > lastSurrogate);
  // There is no next one at the end of the text, and it is not a number.
  if (isWhole && !(next >= firstMark)) return start + 1;
  cluster.lastIndex = start;
  return start + (cluster.exec(text)?.[0].length ?? 1);
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
  if (/^[\n\r\u2028\u2029]/.test(cluster)) return formWith('break', '\n');
  if (/^\s/.test(cluster)) return formWith('space', ' ');
  if (withoutHidden(cluster) === '') return null;
  const parts = [...cluster.slice(0, 64).normalize('NFKD')];
  const heads = parts.filter((part) => !/\p{M}/u.test(part));
  const letters = heads.map(plainLetter).join('');
  const marks = parts.flatMap((part) => markKeys[part] ?? (withStroke.test(part) ? 'd' : []));
  const isCapital = /\p{Lu}/u.test(heads.join(''));
  return formWith(kindOf(letters), letters, sortedSet(marks), isCapital);
}

function formWith(kind: Form['kind'], base: string, marks = '', isCapital = false): Form {
  return { kind, base, marks, isCapital, name: base + marks.toUpperCase() };
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
