/** Text is cleaned as people would see it, must show something, and is counted in characters. */
import { describe, expect, it } from 'vitest';
import { blockOfText, cleanText, lineOfText } from './text.ts';

const code = (...points: number[]) => String.fromCodePoint(...points);

describe('cleaning', () => {
  it.each([
    ['line ends of any system', 'a\r\nb\rc\nd\u2028e', 'a\nb\nc\nd\ne'],
    ['letters in parts', 'ngập'.normalize('NFD'), 'ngập'],
    ['blanks at the ends', ' \n\t ngập\u00a0\n', 'ngập'],
    ['tabs and line feeds within', 'a\tb\nc', 'a\tb\nc'],
    ['a heap of marks on one letter', `a${'\u030b'.repeat(40)}b`, `a${'\u030b'.repeat(4)}b`],
  ])('%s', (_, typed, kept) => expect(cleanText(typed)).toBe(kept));

  it('takes out what nobody sees or what disguises text, at the edges of each range', () => {
    const controls = [0x00, 0x08, 0x0b, 0x0c, 0x0e, 0x1f, 0x7f, 0x9f];
    const directions = [0x061c, 0x200e, 0x200f, 0x202a, 0x202e, 0x2066, 0x2069];
    const fillers = [
      0xad, 0x034f, 0x115f, 0x1160, 0x17b4, 0x200b, 0x2060, 0x2065, 0x206a, 0x2800, 0x3164, 0xfeff, 0xffa0,
    ];
    const others = [0xfff9, 0xfffc, 0xfe0f, 0x1d173, 0xe0001, 0xe0020, 0xe007f, 0xe0100];
    const gone = [...controls, ...directions, ...fillers, ...others];
    expect(gone.filter((point) => cleanText(`a${code(point)}b`) !== 'ab')).toEqual([]);
    expect(cleanText('a\ud800b\udfffc')).toBe('abc');
    const stays = [0x20, 0x7e, 0xa1, 0x202f, 0x3000, 0xfffd, 0x1f600];
    expect(stays.filter((point) => cleanText(`a${code(point)}b`) !== `a${code(point)}b`)).toEqual([]);
  });

  it('leaves joiners and selectors where an emoji or a script needs them', () => {
    const whole = ['👨‍👩‍👧', '❤️', '1️⃣', '🏴󠁧󠁢󠁥󠁮󠁧󠁿', '🇻🇳', 'می‌خواهم', 'क्‍ष'];
    expect(whole.filter((text) => cleanText(text) !== text)).toEqual([]);
    expect(cleanText('N\u200dam 🌳\u200d')).toBe('Nam 🌳');
    // Words hidden behind a flag that is none.
    expect(cleanText('🏴󠁸󠁹󠁺󠁿')).toBe('🏴');
  });
});

describe.each([
  ['a line', lineOfText],
  ['a block', blockOfText],
] as const)('%s', (_, textOf) => {
  const fits = (text: string) => textOf(2, 5).safeParse(text).success;

  it('is measured after cleaning', () => {
    expect(['a', 'ab', 'abcde', 'abcdef'].map(fits)).toEqual([false, true, true, false]);
    expect([' a ', '   abcde   ', 'ệệệệệ'.normalize('NFD'), 'a\u3164\u200b'].map(fits)).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('is not even cleaned when it is four times as long as it may be', () => {
    expect([20, 21].map((length) => fits('abc'.padEnd(length)))).toEqual([true, false]);
  });

  it('shows something', () => {
    expect(['\u3164\u3164', '\u2800\u2800', '\u200b\u2060', '\u0301\u0301', '\u{e0041}\u{e0042}'].filter(fits)).toEqual(
      [],
    );
    expect(['😀😀', '?!', '15'].map(fits)).toEqual([true, true, true]);
  });
});

it('a line has no line ends and no blanks in a row; a block keeps them', () => {
  expect(lineOfText(1, 20).parse('a \n\t b\r\nc')).toBe('a b c');
  expect(blockOfText(1, 20).parse('a  b\r\n\r\nc')).toBe('a  b\n\nc');
});

it('a line that may be empty may show nothing', () => expect(lineOfText(0, 5).parse(' \u3164 ')).toBe(''));
