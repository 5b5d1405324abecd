/** HTML of exports made into Markdown, and into plain text. What is not HTML is left as it is. */
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
      if (!text || !/^(?:https?|mailto):[^\s()<>]+$/i.test(href)) return text;
      return text === href ? `<${href}>` : `[${text}](${href})`;
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
      const place = Array.from(parentNode?.children ?? []).indexOf(node as unknown as Element);
      const mark = parentNode?.nodeName === 'OL' ? `${place + 1}. ` : '- ';
      return mark + content.trim().replaceAll('\n', `\n${' '.repeat(mark.length)}`) + (nextSibling ? '\n' : '');
    },
  })
  .addRule('nothing', nothing);

const toTextService = service().addRule('text', {
  filter: () => true,
  replacement: (content, node) => ((node as { isBlock?: boolean }).isBlock ? `\n${content}\n` : content),
});
// Marks of Markdown mean nothing in plain text.
toTextService.escape = (text) => text;
toTextService.addRule('break', { filter: 'br', replacement: () => '\n' }).addRule('nothing', nothing);

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
