/** The words of a new site are a valid list, and mistakes in its text are named. */
import { expect, it } from 'vitest';
import { defaultRuleList, entriesIn } from './default-list.ts';
import { readEntries } from './list-text.ts';
import { ruleListSchema } from './schema.ts';

it('has words for each of four reasons, and shorteners', () => {
  const { entries, settings } = defaultRuleList();
  const counts = Object.fromEntries(Map.groupBy(entries, ({ reason }) => reason));
  for (const reason of ['abuse', 'hate', 'spam', 'illegal']) expect(counts[reason]?.length).toBeGreaterThan(50);
  expect(settings.links.shorteners).toContain('bit.ly');
  expect(ruleListSchema.safeParse(defaultRuleList()).success).toBe(true);
});

it('reads a line as an entry', () => {
  expect(entriesIn('@g: b, c d\n# no\n\n[hate]\nđồ A ; bare ; not: x, @g\nngu')).toEqual([
    { id: 'do6df-a', words: 'đồ a', kind: 'phrase', reason: 'hate', unmarked: true, except: ['x', 'b', 'c d'] },
    { id: 'ngu', words: 'ngu', kind: 'word', reason: 'hate' },
  ]);
});

it.each([
  ['ngu', 'no_reason'],
  ['[rude]', 'unknown_reason'],
  ['[abuse]\nngu ; never', 'unknown_flag'],
  ['[abuse]\nngu ; not: @none', 'unknown_group'],
  ['[abuse]\nngu\nngu', 'twice'],
  ['[abuse]\n…', 'no_word'],
  [`[abuse]\n${'a'.repeat(2_000)}`, 'too_big'],
  ['[abuse]\nđồ …', 'gap_at_end'],
  ['[abuse]\nngu ; not: a|b', 'no_choice_here'],
])('%j is refused by the line that is wrong', (text, code) => {
  const { errors } = readEntries(text);
  expect(errors).toMatchObject([{ line: text.split('\n').length, code }]);
  expect(errors[0]!.text.length).toBeLessThanOrEqual(120);
  expect(() => entriesIn(text)).toThrow(code);
});

it('tells all that is wrong, and reads what is right', () => {
  const { entries, errors } = readEntries('[abuse]\nngu ; never\ngà\n[rude]\nđồ khỉ 🐒\nxấu'.normalize('NFD'));
  expect(errors.map(({ line }) => line)).toEqual([2, 4]);
  expect(entries.map(({ words }) => words)).toEqual(['gà', 'đồ khỉ 🐒', 'xấu']);
});
