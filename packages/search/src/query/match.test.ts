/** What the full-text search is asked for: nothing typed is an operator of it. */
import { expect, it } from 'vitest';
import { exactMatch, planMatch } from './match.ts';
import { piecesOf, planOf } from './plan.ts';

const match = (question: string) => planMatch(planOf(piecesOf(question)));

it('quotes every word', () => {
  expect(match('alpha OR NEAR(beta*')).toBe('"alpha" AND "near" AND "beta"');
});

it('wants the marks of what stands in quotes', () => {
  expect(match('"hồ đó"')).toBe('("ho do" AND "hồ" AND "đó")');
});

it('takes away what is not wanted', () => {
  expect(match('zeta -"phố cổ"')).toBe('("zeta") NOT (("pho co" AND "phố" AND "cổ"))');
  expect(match('zeta -eta')).toBe('("zeta") NOT ("eta")');
});

it('finds what means the same, one syllable only with its marks, and the parts of a phrase apart', () => {
  const asked = match('rác thải')!;
  expect(asked).toContain('"garbag"');
  expect(asked).toContain('"rác"');
  expect(asked).toContain('("rac" AND "thai")');
});

it('is nothing for a question without words', () => {
  expect(match('?!')).toBeUndefined();
});

it('asks for the words with marks as they were typed', () => {
  expect(exactMatch(planOf(piecesOf('hồ to')))).toBe('"hồ"');
  expect(exactMatch(planOf(piecesOf('ho to')))).toBeUndefined();
});
