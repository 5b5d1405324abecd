/**
 * The dialect of Markdown that people write here: letters, often pasted from a word processor, not programs. Where Markdown
 * would take a sign away, or make code or a heading of what nobody meant so, the text stays as it was typed.
 */
import MarkdownIt, { type MarkdownIt as Parser, type StateCore, type Token } from 'markdown-it';
import { asLetter } from './markdown-letter.ts';

/** Addresses are linked without `https://` when they end so. With every country, `xong.Do` would lead to the Dominican Republic. */
const linkedEndings = ['vn', 'com', 'net', 'org', 'edu', 'gov', 'info', 'asia'];

/** The parser of every text, on pages and in previews. */
export const parser: Parser = new MarkdownIt({ html: false, linkify: true, breaks: true, typographer: false })
  // An indent opens a paragraph, a line of dashes closes a section, and `[1]: https://…` is a footnote to be read.
  .disable(['code', 'lheading', 'reference']);
parser.linkify.set({ fuzzyLink: true, tlds: linkedEndings });
parser.core.ruler.after('normalize', 'letter', (state) => {
  state.src = asLetter(state.src);
});
parser.core.ruler.after('block', 'numbers', keepNumbers);

// Pictures of other sites are not loaded here: a link leads to them.
parser.renderer.rules.image = (tokens, at, options, env, renderer) => {
  const token = tokens[at]!;
  const address = String(token.attrGet('src') ?? '');
  const words = renderer.renderInlineAsText(token.children ?? [], options, env) || address;
  const shown = parser.utils.escapeHtml(words);
  return isInLink(tokens, at) ? shown : `<a href="${parser.utils.escapeHtml(address)}">${shown}</a>`;
};

function isInLink(tokens: readonly Token[], at: number): boolean {
  for (let before = at - 1; before >= 0; before--) {
    const { type } = tokens[before]!;
    if (type === 'link_open' || type === 'link_close') return type === 'link_open';
  }
  return false;
}

/** Lists show the numbers that were typed, also `1. 3. 4.` */
function keepNumbers({ tokens }: StateCore): void {
  const next: number[] = [];
  for (const token of tokens) {
    if (token.type === 'ordered_list_open') next.push(Number(token.attrGet('start') ?? 1));
    else if (token.type === 'ordered_list_close') next.pop();
    else if (token.type === 'list_item_open' && token.info) {
      const number = Number(token.info);
      if (number !== next.at(-1)) token.attrSet('value', String(number));
      next[next.length - 1] = number + 1;
    }
  }
}

const opensAfter = /^[\s\p{Ps}\p{Pi}"'\-–—/,;:.…!?_~*|]?$/u;
const closesBefore = /^[\s\p{Pe}\p{Pf}"'\-–—/,;:.…!?_~*|]?$/u;
/** An address may have these beside a `_`. */
const inAddress = /^[-/.~|:]$/;
const sentenceEnd = /^[\p{Pe}\p{Pf},;:.…!?]$/u;

/** Whether a run of stars or underscores may open or close emphasis, by what stands before and after it. */
function flanks(marker: string, length: number, before: string, after: string): { open: boolean; close: boolean } {
  const none = { open: false, close: false };
  // `5*20*3`; a place to fill in by hand; stars over a number.
  if (length > 3 || (marker === '_' && length > 2) || (/\d/.test(before) && /\d/.test(after))) return none;
  const [open, close] = [/^\S/u.test(after), /\S$/u.test(before)];
  // Bold may touch letters on either side: `**Lưu ý:**hãy`.
  if (marker === '*' && length > 1) return { open, close };
  const ends = closesBefore.test(after) || (marker === '*' && sentenceEnd.test(before) && /^\p{L}/u.test(after));
  if (marker === '_' && (inAddress.test(before) || inAddress.test(after))) return none;
  return { open: open && opensAfter.test(before), close: close && ends };
}

// markdown-it asks here about every run; what is no star or underscore is decided as it always was.
parser.inline.State = class extends parser.inline.State {
  override scanDelims(start: number, canSplitWord: boolean) {
    const scanned = super.scanDelims(start, canSplitWord);
    const marker = this.src.charAt(start);
    if (marker !== '*' && marker !== '_') return scanned;
    const before = [...this.src.slice(Math.max(0, start - 2), start)].at(-1) ?? '';
    const end = start + scanned.length;
    const [after = ''] = this.src.slice(end, Math.min(this.posMax, end + 2));
    const { open, close } = flanks(marker, scanned.length, before, after);
    return { can_open: open, can_close: close, length: scanned.length };
  }
};

/** The words a rendered text shows: no signs of Markdown, no addresses of links, no pictures. */
export function wordsOf(markdown: string): string {
  return parser.parse(markdown, {}).map(wordsOfToken).join('\n');
}

function wordsOfToken(token: Token): string {
  // Whoever sends only a picture has said nothing yet.
  if (token.type === 'image') return '';
  return token.children ? token.children.map(wordsOfToken).join('') : token.content;
}
