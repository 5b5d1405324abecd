/** Words are the same however they are spelt, and what is spelt differently is told apart by the exact form. */
import { describe, expect, it } from 'vitest';
import { hasMarks, wordsAt, wordsIn } from './words.ts';

const folded = (text: string) => wordsIn(text).map((word) => word.folded);
const exact = (text: string) => wordsIn(text).map((word) => word.exact);

describe('words', () => {
  it('lose their marks and capitals when they are folded', () => {
    expect(folded('Đường NGẬP, lụt!')).toEqual(['duong', 'ngap', 'lut']);
    expect(folded('ðường')).toEqual(['duong']);
    expect(folded('Đường'.normalize('NFD'))).toEqual(['duong']);
  });

  it('are one in both spellings of a tone', () => {
    expect(exact('hoà bình, thuỷ')).toEqual(exact('hòa bình, thủy'));
    expect(exact('hồ')).not.toEqual(exact('hộ'));
  });

  it('have an English stem only where they are no Vietnamese syllable', () => {
    expect(folded('flooding floods flooded')).toEqual(['flood', 'flood', 'flood']);
    expect(folded('day may giay thanh')).toEqual(['day', 'may', 'giay', 'thanh']);
  });

  it('say where they stand', () => {
    const [, second] = wordsIn('xe buýt');
    expect(second).toMatchObject({ start: 3, end: 7 });
    expect(hasMarks(second!)).toBe(true);
    expect(hasMarks(wordsIn('xe')[0]!)).toBe(false);
    expect(hasMarks(wordsIn('flooding')[0]!)).toBe(false);
  });

  it('are found by their places', () => {
    const text = 'Ngõ tối, xe buýt … ngập';
    expect(wordsAt(text, [1, 4])).toEqual([wordsIn(text)[1], wordsIn(text)[4]]);
    expect(wordsAt(text, [])).toEqual([]);
    expect(wordsAt(text, [9])).toEqual([]);
  });
});
