/** Foreign texts fit our limits by the written rules, and lose nothing silently. */
import { newChallengeSchema } from '@hanoi/core/challenge/schema';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cutAtWord, fitBody, fitSummary, fitTitle } from './shorten.ts';

it('cuts after a word', () => {
  expect(cutAtWord('một hai ba bốn', 10)).toBe('một hai…');
  expect(cutAtWord('một hai', 10)).toBe('một hai');
  expect(cutAtWord('motkhongcachnao', 10)).toBe('motkhongc…');
});

it('keeps a long title whole above the body', () => {
  const title = `${'Đèn đường '.repeat(15)}ở phố *dài*`;
  const fitted = fitTitle(title, 'Thân bài');
  expect(fitted.title.length).toBeLessThanOrEqual(120);
  expect(fitted.title).toMatch(/Đèn…$|đường…$/);
  expect(fitted.body).toBe(`**${title.replaceAll('*', '\\*')}**\n\nThân bài`);
});

it('makes a summary of the first sentences', () => {
  const body = 'Ngắn. Đường ngập sâu mỗi khi mưa lớn, xe không qua được. Cần một hồ chứa nước gần đó. Câu cuối.';
  const { summary, made } = fitSummary('', () => body);
  expect(made).toBe(true);
  expect(summary).toBe('Ngắn. Đường ngập sâu mỗi khi mưa lớn, xe không qua được.');
  expect(fitSummary('Đã có một tóm tắt đủ dài rồi', () => body).made).toBe(false);
});

it('cuts a body after a paragraph, and keeps what stands below it', () => {
  const { body, cut } = fitBody(`${'x'.repeat(15_000)}\n\n${'y '.repeat(5_000)}`, 'Nguồn: đâu đó');
  expect(cut).toBe(true);
  expect(body).toBe(`${'x'.repeat(15_000)}\n\n…\n\nNguồn: đâu đó`);
});

it('always makes what the schema takes', () => {
  const text = (most: number) => fc.string({ unit: 'grapheme', minLength: 60, maxLength: most });
  fc.assert(
    fc.property(text(400), text(600), (first, second) => {
      const [title, words] = [first, second].map((part) => `Từ đầu ${part.replace(/[^\p{L}\p{N} ]/gu, 'x')}`.trim());
      const titled = fitTitle(title!, words!.repeat(40));
      const { summary } = fitSummary('', () => words!);
      const { body } = fitBody(titled.body, 'Nguồn: đâu đó');
      const input = { title: titled.title, summary, body, programme: 'P5' };
      expect(newChallengeSchema.safeParse(input).error?.issues ?? []).toEqual([]);
    }),
  );
});
