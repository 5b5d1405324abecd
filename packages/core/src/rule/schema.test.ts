/** Which lists are stored. */
import { expect, it } from 'vitest';
import { defaultSettings } from './default-list.ts';
import { ruleEntrySchema, ruleListSchema } from './schema.ts';

const entry = { id: 'a', words: 'ngu', kind: 'word', reason: 'abuse' };
const list = (entries: unknown[]) => ({ version: 1, entries, settings: defaultSettings });
const many = (count: number, words = 'ngu') =>
  Array.from({ length: count }, (_, at) => ({
    ...entry,
    id: `w${at}`,
    words,
    kind: words.includes(' ') ? 'phrase' : 'word',
  }));

it('words are trimmed, in small letters and NFC', () => {
  const { words } = ruleEntrySchema.parse({ ...entry, words: '  ĐỒ   NGU '.normalize('NFD'), kind: 'phrase' });
  expect(words).toBe('đồ ngu');
});

it.each([
  ['no words', { words: '  ' }],
  ['signs alone', { words: '…!' }],
  ['more than 80 characters', { words: 'a'.repeat(81) }],
  ['more than 12 words', { words: 'a '.repeat(13), kind: 'phrase' }],
  ['a phrase called a word', { words: 'đồ ngu' }],
  ['a word called a phrase', { kind: 'phrase' }],
  ['three gaps', { words: 'a … b … c … d', kind: 'phrase' }],
  ['a gap at the end', { words: 'a b …', kind: 'phrase' }],
  ['more than 100 ways', { words: 'a|b|c|d|e a|b|c|d|e a|b|c|d|e', kind: 'phrase' }],
  ['a choice in an exception', { except: ['a|b'] }],
  ['an unknown reason', { reason: 'rude' }],
  ['an id with blanks', { id: 'a b' }],
  ['an unknown field', { pattern: '.*' }],
])('%s is refused', (_, change) => {
  expect(ruleEntrySchema.safeParse({ ...entry, ...change }).success).toBe(false);
});

it('80 characters, 12 words, two gaps and 100 ways are accepted', () => {
  for (const words of ['a'.repeat(80), 'a '.repeat(12), 'a … b … c', 'a|b|c|d|e|f|g|h|i|k a|b|c|d|e|f|g|h|i|k']) {
    const kind = words.trim().includes(' ') ? 'phrase' : 'word';
    expect(ruleEntrySchema.safeParse({ ...entry, words, kind }).error).toBeUndefined();
  }
});

it('a list has at most 20,000 entries and 40,000 ways to say them, each id once', () => {
  expect(ruleListSchema.safeParse(list([])).success).toBe(true);
  expect(ruleListSchema.safeParse(list(many(20_000))).success).toBe(true);
  expect(ruleListSchema.safeParse(list(many(20_001))).success).toBe(false);
  expect(ruleListSchema.safeParse(list(many(20_000, 'a|b c|d'))).success).toBe(false);
  expect(ruleListSchema.safeParse(list([entry, entry])).success).toBe(false);
});
