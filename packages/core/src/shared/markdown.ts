/** Markdown in, safe HTML out. Raw HTML is not Markdown here, and the sanitizer protects even if the parser has a fault. */
import { LRUCache } from 'lru-cache';
import sanitizeHtml from 'sanitize-html';
import { parser } from './markdown-dialect.ts';
import { withoutHidden } from './visible.ts';

/**
 * Raised whenever the same text becomes other HTML: by a change of the dialect, of the policy below, or of the libraries. HTML that
 * is stored with another number is rendered again, so that a better sanitizer applies to old texts too.
 */
export const rendererVersion = 1;

const policy: sanitizeHtml.IOptions = {
  allowedTags: [
    'p',
    'br',
    'strong',
    'em',
    's',
    'h3',
    'h4',
    'h5',
    'h6',
    'ul',
    'ol',
    'li',
    'blockquote',
    'code',
    'pre',
    'hr',
    'a',
    'table',
    'thead',
    'tbody',
    'tr',
    'th',
    'td',
  ],
  allowedAttributes: { a: ['href', 'rel'], ol: ['start'], li: ['value'] },
  allowedSchemes: ['https', 'http', 'mailto'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  // Headings of a text begin below the page's own h1 and h2.
  transformTags: {
    h1: 'h3',
    h2: 'h3',
    h3: 'h4',
    h4: 'h5',
    h5: 'h6',
    a: sanitizeHtml.simpleTransform('a', { rel: 'nofollow ugc noopener' }),
  },
};

// A cache: rendering costs far more than a look-up, and the same texts are read often. Bounded by characters.
const rendered = new LRUCache<string, string>({
  maxSize: 4_000_000,
  sizeCalculation: (html, text) => html.length + text.length + 1,
});

/** Safe HTML of a Markdown text: without scripts, styles, images or unknown links, and at most ten times as long. */
export function renderMarkdown(text: string): string {
  const known = rendered.get(text);
  if (known !== undefined) return known;
  // What was spelt out, such as `&#x202E;`, is there only now.
  const html = withoutHidden(sanitizeHtml(parse(text), policy));
  rendered.set(text, html);
  return html;
}

/**
 * A short text can produce much HTML: such as a wide table of short rows.
 * A page of such texts would not fit into an answer, so a text that grows more than this is shown as it was typed.
 */
const most = (text: string) => 1_000 + 8 * text.length;

function parse(text: string): string {
  const html = parser.render(text);
  if (html.length <= most(text)) return html;
  return `<p>${parser.utils.escapeHtml(text).replaceAll('\n', '<br>\n')}</p>\n`;
}

/** The words of a Markdown text on one line, as they are read: without its marks. For excerpts. */
export function wordsOf(text: string): string {
  const blocks = parser.parse(text, {}).map(({ children, content }) => {
    if (!children) return content;
    return children.map((part) => (part.type.endsWith('break') ? ' ' : part.content)).join('');
  });
  return blocks.join(' ').replace(/\s+/g, ' ').trim();
}
