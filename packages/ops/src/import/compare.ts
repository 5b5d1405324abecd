/** What conversion to Markdown lost of a text: its letters and digits in their order, and its links. */
import { parser } from '@hanoi/core/shared/markdown-dialect';
import { withoutHidden } from '@hanoi/core/shared/visible';
import { isHtml, readCell } from './markdown.ts';

type Tokens = ReturnType<typeof parser.parse>;
const longestShown = 60;

/** What of a cell its Markdown no longer shows, each as a sentence for the report; none when nothing is missing. */
export function lossesOf(cell: string, markdown: string): string[] {
  const tokens = parser.parse(markdown, {});
  // Text that is Markdown already shows no addresses of its links.
  const { text, links } = readCell(cell);
  const source = isHtml(cell) ? text : text.replace(/\]\([^()\s]*\)/g, ']');
  const typed = (parser.linkify.match(text) ?? []).map(({ url }) => url);
  return [...lostLetters(source, shownBy(tokens)), ...lostLinks([...links, ...typed], tokens)];
}

/** The text a page shows, with the numbers of lists. */
function shownBy(tokens: Tokens): string {
  return tokens
    .map((token) => {
      if (token.type === 'list_item_open') return `\n${token.info} `;
      return token.children ? shownBy(token.children) : token.content;
    })
    .join('');
}

const lettersOf = (text: string) => withoutHidden(text.normalize('NFC')).replace(/[^\p{L}\p{M}\p{N}]+/gu, '');

function lostLetters(source: string, result: string): string[] {
  const [was, is] = [lettersOf(source), lettersOf(result)];
  if (was === is) return [];
  let from = 0;
  while (was[from] !== undefined && was[from] === is[from]) from++;
  let end = 0;
  while (end < Math.min(was.length, is.length) - from && was.at(-1 - end) === is.at(-1 - end)) end++;
  const [lost, made] = [was, is].map((text) => text.slice(from, text.length - end).slice(0, longestShown));
  const near = was.slice(Math.max(0, from - 20), from);
  return [`the letters "${lost}" became "${made}", after "${near}"`];
}

function lostLinks(links: readonly string[], tokens: Tokens): string[] {
  const kept = new Set(addressesOf(tokens).map(sameAddress));
  const lost = new Set(links.map(sameAddress).filter((address) => !kept.has(address)));
  return [...lost].map((address) => `the link ${address.slice(0, 200)} is lost`);
}

function addressesOf(tokens: Tokens): string[] {
  return tokens.flatMap((token) => [
    ...(token.type === 'link_open' ? [String(token.attrGet('href') ?? '')] : []),
    ...(token.type === 'image' ? [String(token.attrGet('src') ?? '')] : []),
    ...addressesOf(token.children ?? []),
  ]);
}

/** One spelling of an address, whether its letters and brackets are escaped or not. */
function sameAddress(address: string): string {
  const href = URL.canParse(address) ? new URL(address).href : address;
  return href.replaceAll('%28', '(').replaceAll('%29', ')');
}
