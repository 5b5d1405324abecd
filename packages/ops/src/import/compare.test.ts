/** What conversion loses is found; what it only writes another way is not. */
import { expect, it } from 'vitest';
import { lossesOf } from './compare.ts';
import { toMarkdown } from './markdown.ts';

it.each([
  ['<p>Một <b>hai</b>, 3*4, a_b và <a href="https://a.vn/(x)">đây</a></p>'],
  ['<ol start="5"><li>a</li><li value="9">b<ul><li>c</li></ul></li></ol>'],
  ['<table><tr><th>Năm</th></tr><tr><td>2016</td><td>1|2</td></tr></table>'],
  ['<p>1) một</p><p># hai</p><p>&gt;5 &lt;script&gt;</p><pre>x  y</pre>'],
  ['Một [hai](https://a.vn/b_c) 5*3 www.a.vn/b_c\n\n[1]: https://b.vn'],
])('%s loses nothing', (cell) => expect(lossesOf(cell, toMarkdown(cell))).toEqual([]));

it('tells letters, digits and links that are gone', () => {
  const cell = '<p>Năm 2016: <a href="https://a.vn">xem</a> ba việc</p>';
  expect(lossesOf(cell, 'Năm 216: [xem](https://a.vn) ba việc')).toEqual(['the letters "0" became "", after "Năm2"']);
  expect(lossesOf(cell, 'Năm 2016: xem ba việc')).toEqual(['the link https://a.vn/ is lost']);
  expect(lossesOf(cell, 'Năm 2016: [xem](https://a.vn) ba việt')).toEqual([
    'the letters "c" became "t", after "Năm2016xembaviệ"',
  ]);
});
