/** What was looked for is marked; everything else is escaped. */
import { expect, it } from 'vitest';
import { excerpt, marked } from './mark.ts';

const wanted = { folded: new Set(['ngap']), exact: new Set(['rác']) };

it('marks words without regard to marks, and exact ones only as they are spelt', () => {
  expect(marked('Ngập rác, rạc', wanted)).toBe('<mark>Ngập</mark> <mark>rác</mark>, rạc');
});

it('escapes', () => {
  expect(marked('<b> & ngập "x"', wanted)).toBe('&lt;b&gt; &amp; <mark>ngập</mark> &quot;x&quot;');
});

it('shows the stretch of a long text that has the words, cut between words', () => {
  const html = excerpt(`${'một hai ba '.repeat(60)}phố ngập sâu ${'bốn năm '.repeat(60)}`, wanted);
  expect(html).toMatch(/^… (?:một|hai|ba) .*<mark>ngập<\/mark>.* …$/);
  expect(html.length).toBeLessThan(300);
});

it('shows the beginning of a text that has none of them', () => {
  expect(excerpt('một hai', wanted)).toBe('một hai');
});
