/** What is written shows words, not only signs that the page leaves out. */
import { expect, it } from 'vitest';
import { assertShowsWords } from './shown-words.ts';

it.each([
  ['a picture', '![một cái cây](https://example.org/cay.png)'],
  ['a link without words', '[](https://example.org)'],
  ['spelt blanks', '&nbsp;&#xA0;&nbsp;'],
  ['spelt hidden characters', '&#x202E;&#8203;&#x3164;'],
  ['lines and empty items', '---\n\n- \n\n***'],
  ['a table of nothing', '| | |\n|-|-|\n| | |'],
])('%s alone shows nothing', (_, text) => {
  expect(() => assertShowsWords(text)).toThrow('invalid_input');
});

it.each([
  ['a link', 'https://example.org'],
  ['a word beside a picture', '![](https://example.org/cay.png) cây'],
  ['an emoji', '👍'],
  ['a footnote', '[1]: https://example.org'],
  ['code', '`x`'],
])('%s shows something', (_, text) => expect(() => assertShowsWords(text)).not.toThrow());

it('asks nothing of an edit that leaves the body alone', () => expect(() => assertShowsWords(undefined)).not.toThrow());
