/** Letters of ordinary people are shown as they meant them. */
import { expect, it } from 'vitest';
import { renderMarkdown } from './markdown.ts';

const p = (html: string) => `<p>${html}</p>\n`;
const link = (address: string, words = address) => `<a href="${address}" rel="nofollow ugc noopener">${words}</a>`;

it.each([
  [
    'paragraphs behind a tab or blanks',
    '\tKính gửi Sở\n\n    Tôi tên là\n\n\t\t1 mét',
    p('Kính gửi Sở') + p('Tôi tên là') + p('1 mét'),
  ],
  [
    'stars of a multiplication',
    '5*20*3 m, 5 *20 *3 m, (a)*(b)*(c), 2**3**4',
    p('5*20*3 m, 5 *20 *3 m, (a)*(b)*(c), 2**3**4'),
  ],
  [
    'bold against a letter',
    '**Lưu ý:**hãy, hãy**lưu ý**nhé',
    p('<strong>Lưu ý:</strong>hãy, hãy<strong>lưu ý</strong>nhé'),
  ],
  ['italics between words', '*nghiêng*, (*a*), *Lưu ý:*hãy', p('<em>nghiêng</em>, (<em>a</em>), <em>Lưu ý:</em>hãy')],
  ['places to fill in', 'Họ tên:____Ngày:____', p('Họ tên:____Ngày:____')],
  [
    'lines that part',
    'Một\n-----\nhai\n=====\n~~~~~\nba',
    `${p('Một')}<hr />\n${p('hai<br />\n=====<br />\n~~~~~<br />\nba')}`,
  ],
  ['more than', '>5 tuổi\n>=6', p('&gt;5 tuổi<br />\n&gt;=6')],
  ['a hash before a word', '#ngập', p('#ngập')],
  ['a footnote', '[1]: https://hanoi.gov.vn', p(`[1]: ${link('https://hanoi.gov.vn')}`)],
  ['an opened fence', '```\nmột\n\nhai', p('```<br />\nmột') + p('hai')],
  ['code between fences', '```\n\tx\n```', '<pre><code>\tx\n</code></pre>\n'],
  [
    'pictures of elsewhere, as links',
    '![cây](https://a.vn/x.png) ![](https://a.vn/y)',
    p(`${link('https://a.vn/x.png', 'cây')} ${link('https://a.vn/y')}`),
  ],
  ['pictures inside links', '[![cây](https://a.vn/x.png)](https://a.vn)', p(link('https://a.vn', 'cây'))],
])('%s', (_, text, html) => expect(renderMarkdown(text)).toBe(html));

it.each([
  ['lists with tabs', '\t- a\n\t- b\n\t\t- c', '<ul>\n<li>a</li>\n<li>b\n<ul>\n<li>c</li>\n</ul>\n</li>\n</ul>\n'],
  ['bullets of a word processor', '•\tMột\n•\tHai', '<ul>\n<li>Một</li>\n<li>Hai</li>\n</ul>\n'],
  ['numbers in brackets', '1) a\n2) b', '<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n'],
  ['numbers that skip', '1. a\n3. b\n4. c', '<ol>\n<li>a</li>\n<li value="3">b</li>\n<li>c</li>\n</ol>\n'],
  ['a paragraph after a list', '- a\n\n\tĐoạn', '<ul>\n<li>a</li>\n</ul>\n<p>Đoạn</p>\n'],
])('%s', (_, text, html) => expect(renderMarkdown(text)).toBe(html));

it('links bare addresses with their underscores, and no end of a sentence', () => {
  expect(renderMarkdown('hanoi.gov.vn/_cổng_/a_b_c')).toContain('>hanoi.gov.vn/_cổng_/a_b_c</a>');
  expect(renderMarkdown('https://a.vn/_x_/y_z')).toBe(p(link('https://a.vn/_x_/y_z')));
  expect(renderMarkdown('ten@example.vn')).toContain('href="mailto:ten@example.vn"');
  expect(renderMarkdown('Làm xong.Do đó mưa to.So sánh')).toBe(p('Làm xong.Do đó mưa to.So sánh'));
});

it('has no hidden character come out, however it is spelt', () => {
  expect(renderMarkdown('a&#x202E;b &#8203;c&#x3164;')).toBe(p('ab c'));
  expect(renderMarkdown('👨‍👩‍👧 &#x1F468;&#x200D;&#x1F469;&#x200D;&#x1F467;')).toBe(p('👨‍👩‍👧 👨‍👩‍👧'));
});
