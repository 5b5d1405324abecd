/** HTML of exports becomes Markdown that says the same, and nothing that runs. */
import { renderMarkdown } from '@hanoi/core/shared/markdown';
import { expect, it } from 'vitest';
import { toLine, toMarkdown, toText } from './markdown.ts';

it.each([
  ['<p>Một</p>\r\n\r\n<p><b>Hai</b> và <i>ba</i></p>', 'Một\n\n**Hai** và *ba*'],
  ['<ul>\n <li>a</li>\n <li>b<ul><li>c</li></ul></li>\n</ul>', '- a\n- b\n  - c'],
  ['<ol><li>a</li><li>b</li></ol>', '1. a\n2. b'],
  ['<p>Xem https://a.vn/x_y_z, www.b.vn/c_d hoặc a_b</p>', 'Xem https://a.vn/x_y_z, www.b.vn/c_d hoặc a\\_b'],
  ['<a href="https://a.vn/x_y">https://a.vn/x_y</a>', '<https://a.vn/x_y>'],
  ['<a href="https://a.vn/a (b)">đây</a>', '[đây](https://a.vn/a%20%28b%29)'],
  ['<ol start="5"><li>a</li><li value="9">b</li><li>c</li></ol>', '5. a\n9. b\n10. c'],
  ['<p>1) một</p><p>2. hai</p>', '1\\) một\n\n2\\. hai'],
  ['<strong>Lưu ý:</strong>hãy, m<em>ộ</em>t, <i>nghiêng</i>', '**Lưu ý:**hãy, một, *nghiêng*'],
  ['<h2>Đề</h2>x<br>y', '## Đề\n\nx\ny'],
  ['<a href="https://example.org/a?b=1&amp;c=2">đây</a>', '[đây](https://example.org/a?b=1&c=2)'],
  ['<a href="https://example.org">https://example.org</a>', '<https://example.org>'],
  ['<a href="/trong-trang">đây</a>, <a href="javascript:alert(1)">kia</a>', 'đây, kia'],
  ['<p>a<img src=x onerror=alert(1)></p><script>alert(1)</script><style>p{}</style><iframe src=x></iframe>', 'a'],
  [
    '<table><tr><th>Năm</th><th>Giá</th></tr><tr><td>2016</td><td>1|2</td></tr></table>',
    '| Năm | Giá |\n| --- | --- |\n| 2016 | 1\\|2 |',
  ],
  ['<table><tr><td>Chỉ để</td></tr><tr><td>dàn trang</td></tr></table>', 'Chỉ để\n\ndàn trang'],
  ['Dòng một &amp; hai\nDòng <b>ba</b>', 'Dòng một & hai\nDòng **ba**'],
  ['5 < 6 và 7 > 3', '5 < 6 và 7 > 3'],
  ['Không có\r\nHTML', 'Không có\nHTML'],
])('%s', (html, markdown) => {
  expect(toMarkdown(html)).toBe(markdown);
});

it('leaves nothing that runs, even in text that spells HTML', () => {
  const html =
    '<p>&lt;script&gt;alert(1)&lt;/script&gt; <a href="data:text/html,x">x</a> &lt;img src=x onerror=y&gt;</p>';
  expect(renderMarkdown(toMarkdown(html))).not.toMatch(/<script|<img|<a /);
});

it('makes plain text for titles and summaries', () => {
  expect(toLine('  Thêm <em>cây</em>&nbsp;xanh\n ')).toBe('Thêm cây xanh');
  expect(toText('<p>Một_hai *ba*</p><p>Bốn<br>năm</p><script>x</script>')).toBe('Một_hai *ba*\nBốn\nnăm');
});
