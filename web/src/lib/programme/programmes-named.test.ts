import { officialProgrammes } from '@hanoi/core/programme/official-list';
import { expect, test } from 'vitest';
import { programmesNamed } from './programmes-named';

const named = (words: string) => programmesNamed(officialProgrammes, words);

test('a programme is found by words of its names in a row, with or without accents, and by its code', () => {
  expect(named('y tế')).toEqual(['P8']);
  expect(named('CONG NGHIEP')).toEqual(['P3']);
  expect(named('urban development')).toEqual(['P5']);
  expect(named('p7')).toEqual(['P7']);
});

test('it is found by a name it had before', () => {
  const [first] = officialProgrammes;
  const renamed = { ...first!, name: 'Kinh tế xanh', formerNames: ['Thủ đô tuần hoàn'] };
  expect(programmesNamed([renamed], 'tuần hoàn')).toEqual(['P1']);
});

test('words of many names, parts of words and nothing at all find none', () => {
  expect(['phát triển', 'triển công', 'nông ngh', ' – ', ''].map(named)).toEqual([[], ['P3'], [], [], []]);
});
