/** The words of a new site are a valid list, and mistakes in its text are named. */
import { expect, it } from 'vitest';
import { defaultRuleList, entriesIn } from './default-list.ts';

it('has words for each of four reasons, and shorteners', () => {
  const { entries, settings } = defaultRuleList();
  const counts = Object.fromEntries(Map.groupBy(entries, ({ reason }) => reason));
  for (const reason of ['abuse', 'hate', 'spam', 'illegal']) expect(counts[reason]?.length).toBeGreaterThan(50);
  expect(settings.links.shorteners).toContain('bit.ly');
});

it('reads a line as an entry', () => {
  expect(entriesIn('@g: b, c d\n# no\n\n[hate]\nđồ A ; bare ; not: x, @g\nngu')).toEqual([
    { id: 'do6df-a', words: 'đồ A', kind: 'phrase', reason: 'hate', unmarked: true, except: ['x', 'b', 'c d'] },
    { id: 'ngu', words: 'ngu', kind: 'word', reason: 'hate' },
  ]);
});

it.each([
  ['ngu', 'Line 1, "ngu": a [reason] must stand above.'],
  ['[rude]', 'Line 1, "[rude]": there is no such reason.'],
  ['[abuse]\nngu ; never', 'after a semicolon stands bare, marks or not:, but not "never".'],
  ['[abuse]\nngu ; not: @none', 'there is no group @none.'],
  ['[abuse]\nngu\nngu', 'Line 3, "ngu": these words are there twice.'],
])('%j is refused', (text, message) => expect(() => entriesIn(text)).toThrow(message));
