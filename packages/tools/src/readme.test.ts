/** The README in Vietnamese says what the one in English does: the same sections, commands, settings and links. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import MarkdownIt from 'markdown-it';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');
const other = { 'README.md': 'README.vi.md', 'README.vi.md': 'README.md' } as const;

/** What must not differ between languages, in the order of the text. */
function skeletonOf(name: keyof typeof other) {
  const tokens = new MarkdownIt().parse(readFileSync(resolve(root, name), 'utf8'), {});
  const inline = tokens.flatMap(({ children }) => children ?? []);
  const fences = tokens.filter(({ type }) => type === 'fence');
  return {
    headings: tokens.filter(({ type }) => type === 'heading_open').map(({ tag }) => tag),
    commands: fences.filter(({ info }) => info === 'sh').map(({ content }) => content.replace(/ +# .*/g, '')),
    folders: fences.filter(({ info }) => info === '').map(({ content }) => content.replace(/ {2,}\S.*/g, '')),
    rows: tokens.filter(({ type }) => type === 'tr_open').length,
    code: inline
      .filter(({ type }) => type === 'code_inline')
      .map(({ content }) => content)
      .sort(),
    links: inline
      .filter(({ type }) => type === 'link_open')
      .map((token) => String(token.attrGet('href')))
      .map((href) => (href === other[name] ? 'the other language' : href))
      .sort(),
  };
}

it('both have the same skeleton', () => {
  const english = skeletonOf('README.md');
  expect(english.headings.length).toBeGreaterThan(4);
  expect(english.commands.length).toBeGreaterThan(1);
  expect(skeletonOf('README.vi.md')).toEqual(english);
});
