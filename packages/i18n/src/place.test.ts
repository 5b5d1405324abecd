import { expect, it } from 'vitest';
import { inSentence } from './place.ts';

it('the words for units are small in a sentence, names are not', () => {
  expect(inSentence('Phường Trúc Bạch, Quận Ba Đình')).toBe('phường Trúc Bạch, quận Ba Đình');
  expect(inSentence('Thị trấn Đông Anh, Huyện Đông Anh')).toBe('thị trấn Đông Anh, huyện Đông Anh');
});
