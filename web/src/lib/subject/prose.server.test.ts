import { expect, test } from 'vitest';
import { proseHtml } from './prose.server';

test('each table and each block of code can be reached by keyboard and scrolls by itself', () => {
  const html = proseHtml('<table><tr><td>1</td></tr></table><p>x</p><table></table><pre><code>y</code></pre>', 'en');
  expect(html.match(/<div class="scroll" role="group" aria-label="Table" tabindex="0"><table>/g)).toHaveLength(2);
  expect(html.match(/<\/table><\/div>/g)).toHaveLength(2);
  expect(html).toContain('<pre tabindex="0">');
});

test('text that only speaks of tables stays as it is', () => {
  expect(proseHtml('<p>&lt;table&gt;</p>', 'vi')).toBe('<p>&lt;table&gt;</p>');
});
