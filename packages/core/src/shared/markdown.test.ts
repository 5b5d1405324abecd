/** Markdown that tries to become a program stays text; what it is for works. */
import { hash } from 'node:crypto';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, it, test } from 'vitest';
import { rendererVersion, renderMarkdown } from './markdown.ts';

const tags = 'p br strong em s h3 h4 h5 h6 ul ol li blockquote code pre hr a table thead tbody tr th td'.split(' ');

/** Everything a browser would take for markup must be of a known tag with known attributes and a harmless address. */
function expectHarmless(html: string): void {
  for (const [whole, name, rest] of html.matchAll(/<\/?([^\s>/]*)([^>]*)>/g)) {
    expect(tags, `${whole} in ${html}`).toContain(name);
    const attributes = [...rest!.matchAll(/([^\s=/]+)="([^"]*)"/g)];
    const left = attributes.reduce((text, [found]) => text.replace(found, ''), rest!).replace(/[\s/]/g, '');
    expect(left, whole).toBe('');
    for (const [, attribute, value] of attributes) {
      expect(['href', 'rel', 'start', 'value'], whole).toContain(attribute);
      if (attribute === 'href') expect(protocolOf(value!), whole).toMatch(/^(https?|mailto):$/);
    }
  }
  expect(html.replace(/<[^>]*>/g, ''), 'no tag is left open').not.toMatch(/<[a-z!/?]/i);
}

/** As a browser on one of our pages reads the address. */
function protocolOf(href: string): string {
  return new URL(href.replaceAll('&amp;', '&'), 'https://sangkien.example.vn').protocol;
}

type Parser = { tokenize: (...given: unknown[]) => void; skipToken?: (...given: unknown[]) => void };

/** How often the parser starts on a part of a text, or passes over one. */
function stepsOf(parse: () => void): number {
  let steps = 0;
  const counted = <Method extends (...given: unknown[]) => void>(method: Method) =>
    function (this: unknown, ...given: unknown[]) {
      steps++;
      method.apply(this, given);
    };
  const { block, inline } = new MarkdownIt();
  const originals = [block, inline].map((part) => {
    const parser = Object.getPrototypeOf(part) as Parser;
    const { tokenize, skipToken } = parser;
    parser.tokenize = counted(tokenize);
    if (skipToken) parser.skipToken = counted(skipToken);
    return () => Object.assign(parser, { tokenize }, skipToken && { skipToken });
  });
  try {
    parse();
  } finally {
    for (const restore of originals) restore();
  }
  return steps;
}

const attacks = [
  '<script>alert(1)</script>',
  '<ScRiPt src=//evil.example></sCrIpT>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '<svg><animate onbegin=alert(1) attributeName=x dur=1s>',
  '<iframe srcdoc="<script>alert(1)</script>">',
  '<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](java\nscript:alert(1))',
  '[x](java&#10;script:alert(1))',
  '[x](&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74&#x3A;alert(1))',
  '[x](\u0001javascript:alert(1))',
  '[x](vbscript:msgbox(1))',
  '[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)',
  '[x](//evil.example)',
  '[x](\\\\evil.example)',
  '[x](https://a.vn "onmouseover=alert(1)")',
  '[x](https://a.vn" onmouseover="alert(1))',
  '![x](x" onerror="alert(1))',
  '![x](javascript:alert(1))',
  '![][x]\n\n[x]: javascript:alert(1)',
  '<javascript:alert(1)>',
  '<https://a.vn"onclick=alert(1)>',
  'javascript:alert(1)',
  'https://a.vn/"onclick="alert(1)',
  '```"><script>alert(1)</script>\nx\n```',
  '```html onload=alert(1)\n<script>alert(1)</script>\n```',
  '`<script>alert(1)</script>`',
  '| <script> | a |\n|---|---|\n| <img src=x onerror=alert(1)> | b |',
  '<style>@import "//evil.example"</style>',
  '<base href="//evil.example">',
  '<meta http-equiv=refresh content="0;url=//evil.example">',
  '<form action=//evil.example><input name=x></form>',
  '<!--><script>alert(1)</script>-->',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<?php echo 1 ?>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '\\<script>alert(1)</script>',
  '<scr<script>ipt>alert(1)</scr</script>ipt>',
  '<p style="background:url(javascript:alert(1))">x</p>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '\u2028<script>alert(1)</script>',
];

test.each(attacks)('%j stays text', (attack) => {
  expectHarmless(renderMarkdown(attack));
  expectHarmless(renderMarkdown(`1. > **${attack}** *và* [${attack}](https://a.vn)`));
});

it('nothing made of the pieces of attacks comes through', () => {
  const piece = fc.oneof(
    fc.constantFrom(...attacks),
    fc.string({ maxLength: 12 }),
    fc.constantFrom('[', '](', ')', '<', '"', '\n'),
  );
  const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(text, (markdown) => expectHarmless(renderMarkdown(markdown))),
    { numRuns: 500, seed: 1 },
  );
});

it('renders as before, or raises the version: HTML is stored with it', () => {
  const letter =
    '# Kính gửi\n\n**Ngõ 12** ngập *sâu*, ~~3~~ 4 lần; xem www.hanoi.vn\n\n1. một\n3. ba\n\n> trích\n\n![ảnh](https://a.vn/b.jpg)';
  const html = [...attacks, letter].map(renderMarkdown).join('\n');
  expect([rendererVersion, hash('sha256', html)]).toEqual([
    1,
    'f243a00debea539a32430f3f691e388522df72935961f5a4e9c0dea9274742d1',
  ]);
});

describe('what people write', () => {
  it('has headings below those of the page', () => {
    expect(renderMarkdown('# Một\n\n## Hai\n\n### Ba')).toBe('<h3>Một</h3>\n<h3>Hai</h3>\n<h4>Ba</h4>\n');
  });

  it('links without lending our name', () => {
    const html = '<p>Xem <a href="https://hanoi.gov.vn" rel="nofollow ugc noopener">https://hanoi.gov.vn</a></p>\n';
    expect(renderMarkdown('Xem https://hanoi.gov.vn')).toBe(html);
  });

  it('keeps lists that count on, tables and line ends', () => {
    expect(renderMarkdown('3. ba\n4. bốn')).toBe('<ol start="3">\n<li>ba</li>\n<li>bốn</li>\n</ol>\n');
    expect(renderMarkdown('|a|\n|-|\n|b|')).toContain('<td>b</td>');
    expect(renderMarkdown('một\nhai')).toBe('<p>một<br />\nhai</p>\n');
  });

  // A page of a hundred comments must fit into one answer, whatever its writers do.
  it('grows at most tenfold, as a table filled up to its width would', () => {
    const text = `${'|a'.repeat(20)}|\n${'|-'.repeat(20)}|\n${'a\n'.repeat(1_900)}`;
    const html = renderMarkdown(text);
    expect(html.length).toBeLessThan(10 * text.length);
    expect(html, 'what would is shown as it was typed').toMatch(/^<p>\|a\|a/);
    expectHarmless(html);
  });

  it('keeps a long table', () => {
    expect(renderMarkdown(`|ngày|mm|\n|-|-|\n${'|1|2|\n'.repeat(2_000)}`)).toMatch(/^<table>/);
  });

  it.each([
    ['brackets', '['.repeat(20_000)],
    ['stars', '*a '.repeat(6_000)],
    ['back-ticks', '`'.repeat(20_000)],
    ['quotations', '> '.repeat(10_000)],
    ['angles', '<'.repeat(20_000)],
    ['images', '![](a '.repeat(3_000)],
  ])('takes no more steps for its length when it is built to take long: %s', (_, text) => {
    // The parser nests a hundred levels deep.
    expect(stepsOf(() => renderMarkdown(text))).toBeLessThan(110 * text.length);
  });

  it('counts steps', () => {
    expect(stepsOf(() => renderMarkdown('Một [bước](https://hanoi.gov.vn)'))).toBeGreaterThan(3);
  });
});
