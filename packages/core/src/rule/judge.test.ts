/** All rules over one text, and over many for the preview. */
import { expect, it } from 'vitest';
import { judgeText } from './judge.ts';
import { compileRules } from './match.ts';
import { wouldCatch } from './preview.ts';
import { listOf } from './testing-list.ts';

const list = listOf('[abuse]\nngu\n[spam]\nvay nóng');

it('gives what every rule finds, by place', () => {
  const text = 'Cho vay nóng, gọi 0912345678, xem bit.ly/a, đồ ngu';
  const rules = judgeText(compileRules(list), text, { isFirst: true, recent: [] }).map(({ rule }) => rule);
  expect(rules).toEqual(['vay-nongs', 'personal-data-phone', 'link-shortener', 'link-first-post', 'ngu']);
});

it('the preview counts texts by rule, with examples', () => {
  const texts = ['đồ ngu, ngu quá', 'rất hay', 'thật ngu', 'bọn ngu', 'sao ngu', 'vay nóng'].map((text, at) => ({
    id: `t${at}`,
    text,
  }));
  expect(wouldCatch(list, texts)).toEqual({
    texts: 6,
    caught: 5,
    rules: [
      {
        rule: 'ngu',
        reason: 'abuse',
        count: 4,
        examples: ['t0', 't2', 't3'].map((id) => ({ id, words: 'ngu' })),
      },
      { rule: 'vay-nongs', reason: 'spam', count: 1, examples: [{ id: 't5', words: 'vay nóng' }] },
    ],
  });
});
