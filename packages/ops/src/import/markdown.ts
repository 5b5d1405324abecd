/** HTML of exports made into Markdown, and into plain text. What is not HTML is left as it is. */
import { parser } from '@hanoi/core/shared/markdown-dialect';
import TurndownService from 'turndown';

const tags = [
  'p|br|div|span|a|ul|ol|li|strong|b|em|i|u|s|h[1-6]|table|tr|td|img|script|style|iframe|blockquote|pre|code|hr|font|center',
  'o:p|section|article|figure|video|object|sub|sup',
].join('|');
const html = new RegExp(`</?(?:${tags})(?:\\s[^>]*)?/?>|&(?:[a-z]{2,8}|#\\d+|#x[0-9a-f]+);`, 'i');
const blocks = /<(?:p|div|br|li|h[1-6]|table|blockquote|pre)[\s/>]/i;

/** Their content is not text for people. */
const dropped = [
  'script',
  'style',
  'noscript',
  'iframe',
  'object',
  'video',
  'audio',
  'img',
  'form',
  'input',
  'title',
  'svg',
];

/** What is used of the parser's elements; this package knows no browser. */
type Element = {
  nodeName: string;
  innerHTML: string;
  parentNode?: Element;
  nextSibling?: Element;
  previousSibling?: Element;
  textContent: string;
  children: ArrayLike<Element>;
  getAttribute(name: string): string | null;
  querySelectorAll(selector: string): ArrayLike<Element>;
};

function service(): TurndownService {
  return new TurndownService({
    headingStyle: 'atx',
    bulletListMarker: '-',
    codeBlockStyle: 'fenced',
    emDelimiter: '*',
    hr: '---',
  });
}

/** Added last: the newest rule goes first, even before those for pictures. */
const nothing = { filter: dropped as never, replacement: () => '' };

const toMarkdownService = service()
  .addRule('link', {
    filter: 'a',
    replacement(content, node) {
      const href = (node as unknown as Element).getAttribute('href')?.trim() ?? '';
      const text = content.replace(/\s+/g, ' ').trim();
      // Other schemes, and addresses within their own site, lead nowhere here.
      if (!text || !/^(?:https?|mailto):./i.test(href)) return text;
      const address = href.replace(/[\s()<>]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`);
      return text === address ? `<${address}>` : `[${text}](${address})`;
    },
  })
  .addRule('table', {
    filter: 'table',
    replacement: (_, node) => `\n\n${tableOf(node as unknown as Element)}\n\n`,
  })
  .addRule('item', {
    filter: 'li',
    replacement(content, node) {
      const { parentNode, nextSibling } = node as unknown as Element;
      const mark = parentNode?.nodeName === 'OL' ? `${numberOf(parentNode, node as unknown as Element)}. ` : '- ';
      return mark + content.trim().replaceAll('\n', `\n${' '.repeat(mark.length)}`) + (nextSibling ? '\n' : '');
    },
  })
  .addRule('emphasis', {
    filter: ['em', 'i'],
    replacement(content, node) {
      // Our Markdown has no italics inside of a word: the letters are what counts.
      const { previousSibling, nextSibling } = node as unknown as Element;
      const isPartOfWord =
        /[\p{L}\p{N}]$/u.test(previousSibling?.textContent ?? '') ||
        /^[\p{L}\p{N}]/u.test(nextSibling?.textContent ?? '');
      return isPartOfWord || !content.trim() ? content : `*${content}*`;
    },
  })
  .addRule('nothing', nothing);
const escapeMarkdown = toMarkdownService.escape.bind(toMarkdownService);
toMarkdownService.escape = (text) => escapeAround(text);

/** Escapes what Markdown would take for signs of its own, but not inside addresses: they are copied from the page. */
function escapeAround(text: string): string {
  let from = 0;
  let escaped = '';
  for (const { index, lastIndex } of parser.linkify.match(text) ?? []) {
    escaped += escapeSigns(text.slice(from, index), from === 0) + text.slice(index, lastIndex);
    from = lastIndex;
  }
  return escaped + escapeSigns(text.slice(from), from === 0);
}

function escapeSigns(text: string, isStart: boolean): string {
  // Only at the beginning of a line does a number with a bracket begin a list.
  return isStart ? escapeMarkdown(text).replace(/^(\d+)\)(?=\s)/, '$1\\)') : escapeMarkdown(` ${text}`).slice(1);
}

/** The number a browser shows before an item. */
function numberOf(list: Element, item: Element): number {
  let number = Number(list.getAttribute('start') ?? 1) - 1;
  for (const each of Array.from(list.children)) {
    if (each.nodeName !== 'LI') continue;
    number = Number(each.getAttribute('value') ?? number + 1);
    if (each === item) break;
  }
  return Number.isSafeInteger(number) && number >= 0 ? number : 1;
}

const toTextService = service().addRule('text', {
  filter: () => true,
  replacement: (content, node) => ((node as { isBlock?: boolean }).isBlock ? `\n${content}\n` : content),
});
// Marks of Markdown mean nothing in plain text.
toTextService.escape = (text) => text;
/** Found by the rule below while one cell is read. */
let links: string[] = [];

toTextService
  .addRule('link', {
    filter: 'a',
    replacement(content, node) {
      const href = (node as unknown as Element).getAttribute('href')?.trim() ?? '';
      // A link without words is none that people could follow.
      if (content.trim() && /^(?:https?|mailto):/i.test(href)) links.push(href);
      return content;
    },
  })
  .addRule('item', {
    filter: 'li',
    replacement(content, node) {
      const { parentNode } = node as unknown as Element;
      return `\n${parentNode?.nodeName === 'OL' ? `${numberOf(parentNode, node as unknown as Element)}. ` : ''}${content}\n`;
    },
  })
  .addRule('break', { filter: 'br', replacement: () => '\n' })
  .addRule('nothing', nothing);

/** Markdown of a cell. */
export function toMarkdown(cell: string): string {
  if (!html.test(cell)) return cell.replace(/\r\n?/g, '\n').trim();
  // What was only there to make room leaves empty lines behind.
  const markdown = toMarkdownService.turndown(withBreaks(cell));
  return markdown
    .replace(/[^\S\n]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Whether a cell is HTML, rather than text or Markdown. */
export const isHtml = (cell: string): boolean => html.test(cell);

/** What a cell shows: its plain text, and the addresses it links to that can be linked here. */
export function readCell(cell: string): { text: string; links: string[] } {
  links = [];
  const text = toText(cell);
  return { text, links };
}

/** Plain text of a cell, its paragraphs on lines of their own. */
export function toText(cell: string): string {
  const text = html.test(cell) ? toTextService.turndown(withBreaks(cell)) : cell;
  return text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n\s*/g, '\n')
    .trim();
}

/** Plain text of a cell in one line. */
export function toLine(cell: string): string {
  return toText(cell).replace(/\s+/g, ' ');
}

/** Typed text with a little HTML in it: its line ends are meant, though HTML would drop them. */
function withBreaks(cell: string): string {
  return blocks.test(cell) ? cell : cell.replace(/\r\n?|\n/g, '<br>');
}

function tableOf(table: Element): string {
  const rows = Array.from(table.querySelectorAll('tr'), (row) =>
    Array.from(row.querySelectorAll('td, th'), (cell) => toLine(cell.innerHTML).replaceAll('|', '\\|')),
  );
  const width = Math.max(0, ...rows.map((row) => row.length));
  const [head, ...others] = rows.filter((row) => row.some((cell) => cell !== ''));
  if (!head) return '';
  // One column is layout, not a table.
  if (width === 1) return [head, ...others].flat().join('\n\n');
  const line = (row: readonly string[]) =>
    `| ${Array.from({ length: width }, (_, place) => row[place] ?? '').join(' | ')} |`;
  return [line(head), line(Array.from({ length: width }, () => '---')), ...others.map(line)].join('\n');
}
