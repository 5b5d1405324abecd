/** Text is cleaned as people would see it, then counted in characters. */
import { describe, expect, it } from 'vitest';
import { blockOfText, cleanText, lineOfText } from './text.ts';

const code = (...points: number[]) => String.fromCodePoint(...points);

describe('cleaning', () => {
  it.each([
    ['line ends of any system', 'a\r\nb\rc\nd', 'a\nb\nc\nd'],
    ['letters in parts', 'ngập'.normalize('NFD'), 'ngập'],
    ['blanks at the ends', ' \n\t ngập\u00a0\n', 'ngập'],
    ['tabs and line feeds within', 'a\tb\nc', 'a\tb\nc'],
  ])('%s', (_, typed, kept) => expect(cleanText(typed)).toBe(kept));

  it('takes out what nobody sees or what disguises text, at the edges of each range', () => {
    const gone = [0x00, 0x08, 0x0b, 0x0c, 0x0e, 0x1f, 0x7f, 0x9f, 0x202a, 0x202e, 0x2066, 0x2069, 0xfeff];
    expect(gone.filter((point) => cleanText(`a${code(point)}b`) !== 'ab')).toEqual([]);
    expect(cleanText('a\ud800b\udfffc')).toBe('abc');
    const stays = [0x20, 0x7e, 0xa1, 0x2029, 0x202f, 0x2065, 0x206a, 0x1f600];
    expect(stays.filter((point) => cleanText(`a${code(point)}b`) !== `a${code(point)}b`)).toEqual([]);
  });
});

describe.each([
  ['a line', lineOfText],
  ['a block', blockOfText],
] as const)('%s', (_, textOf) => {
  const fits = (text: string) => textOf(2, 5).safeParse(text).success;

  it('is measured after cleaning', () => {
    expect(['a', 'ab', 'abcde', 'abcdef'].map(fits)).toEqual([false, true, true, false]);
    expect([' a ', '   abcde   ', 'ệệệệệ'.normalize('NFD')].map(fits)).toEqual([false, true, true]);
  });

  it('is not even cleaned when it is four times as long as it may be', () => {
    expect([20, 21].map((length) => fits('abc'.padEnd(length)))).toEqual([true, false]);
  });
});

it('a line has no line ends and no blanks in a row; a block keeps them', () => {
  expect(lineOfText(1, 20).parse('a \n\t b\r\nc')).toBe('a b c');
  expect(blockOfText(1, 20).parse('a  b\r\n\r\nc')).toBe('a  b\n\nc');
});
