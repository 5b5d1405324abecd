/** The same text again, and words that go on and on. */
import { expect, it } from 'vitest';
import { findRepeats } from './repeat.ts';

const settings = { on: true, likeness: 0.8, sameWord: 5 };
const rules = (text: string, recent: string[] = []) => findRepeats(text, settings, recent).map(({ rule }) => rule);
const text = 'Đề nghị lắp thêm đèn chiếu sáng ở ngõ 12 phố Khâm Thiên vì buổi tối rất tối và nguy hiểm cho người già';

it('finds a text that its author has posted before, also with small changes and without marks', () => {
  expect(rules(text, [text])).toEqual(['repeat-text']);
  expect(rules(text, ['khác hẳn', `${text}!!!`.toUpperCase()])).toEqual(['repeat-text']);
  expect(rules(text, [text.normalize('NFD').replace(/\p{M}/gu, '')])).toEqual(['repeat-text']);
  expect(rules(`${text}, xin cảm ơn`, [text])).toEqual(['repeat-text']);
});

it('another matter in similar words is none, nor is a short thank-you', () => {
  expect(rules(text, [text.replace('lắp thêm đèn chiếu sáng ở ngõ 12', 'sửa nắp cống và vỉa hè ở ngõ 80')])).toEqual(
    [],
  );
  expect(rules('Cảm ơn bác nhiều', ['Cảm ơn bác nhiều'])).toEqual([]);
});

it('finds words and signs that go on and on', () => {
  expect(rules('hay hay hay hay hay hay')).toEqual(['repeat-word']);
  expect(rules('hay hay hay hay hay')).toEqual([]);
  expect(rules(`tuyệt vời${'!'.repeat(15)}`)).toEqual(['repeat-sign']);
  expect(rules('---------------- ................ 1 000 000 000 000 000 000')).toEqual([]);
});

it('is silent when switched off', () => expect(findRepeats(text, { ...settings, on: false }, [text])).toEqual([]));
