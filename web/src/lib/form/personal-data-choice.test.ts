import { expect, test } from 'vitest';
import { linesWithData, withLines } from './masked-preview.server';
import { choiceIn, rememberChoice } from './personal-data-choice.server';

const texts = { title: 'Ngõ ngập', summary: 'Mưa là ngập', body: 'Gọi 0912345678\nhoặc đến' };

test('until its author has chosen, the API asks', () => {
  expect(choiceIn(texts)).toBe('ask');
  expect(choiceIn({ ...texts, personalData: 'anything' })).toBe('ask');
});

test('what was chosen in a preview holds for the texts that it showed, however the browser ends lines', () => {
  const sent = { ...texts, ...rememberChoice(texts, 'keep'), body: 'Gọi 0912345678\r\nhoặc đến ' };
  expect(choiceIn(sent)).toBe('keep');
  expect(choiceIn({ ...sent, title: 'Ngõ ngập 0987654321' })).toBe('ask');
  expect(choiceIn({ ...sent, body: 'Gọi 0912345678 hoặc 0987654321' })).toBe('ask');
  expect(choiceIn({ ...sent, ...rememberChoice(sent, undefined) })).toBe('ask');
});

test('the button that is pressed counts more', () => {
  expect(choiceIn({ ...texts, ...rememberChoice(texts, 'keep'), personalData: 'mask' })).toBe('mask');
});

test('only lines that may hold personal data are sent, and come back to their places', () => {
  const text = 'Dài\n\n- Gọi 0912345678\nKhông có gì\nlan@example.vn';
  expect(linesWithData(text)).toEqual(['- Gọi 0912345678', 'lan@example.vn']);
  expect(withLines(text, '- Gọi 09xxxxxx78\nl**@example.vn')).toBe(
    'Dài\n\n- Gọi 09xxxxxx78\nKhông có gì\nl**@example.vn',
  );
});
