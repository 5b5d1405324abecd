/** What was looked for is marked; everything else is escaped. */
import { expect, it } from 'vitest';
import * as mark from './mark.ts';

const wanted = { folded: new Set(['ngap']), exact: new Set(['rác']) };
const marked = (text: string) => mark.marked(text, mark.wantedIn(text, wanted));
const excerpt = (text: string) => mark.excerpt(text, mark.wantedIn(text, wanted));

it('marks words without regard to marks, and exact ones only as they are spelt', () => {
  expect(marked('Ngập rác, rạc')).toBe('<mark>Ngập</mark> <mark>rác</mark>, rạc');
});

it('escapes', () => {
  expect(marked('<b> & ngập "x"')).toBe('&lt;b&gt; &amp; <mark>ngập</mark> &quot;x&quot;');
});

it('shows the stretch of a long text that has the words, cut between words', () => {
  const html = excerpt(`${'một hai ba '.repeat(60)}phố ngập sâu ${'bốn năm '.repeat(60)}`);
  expect(html).toMatch(/^… (?:một|hai|ba) .*<mark>ngập<\/mark>.* …$/);
  expect(html.length).toBeLessThan(300);
});

it('shows the beginning of a text that has none of them', () => {
  expect(excerpt('một hai')).toBe('một hai');
});
