/** Both spellings of a tone become the one of the official list, and nothing else changes. */
import { expect, it } from 'vitest';
import { officialTones } from './tone-mark.ts';

it.each([
  ['hoà', 'hòa'],
  ['hòa', 'hòa'],
  ['Yên Hoà', 'Yên Hòa'],
  ['HOÀ BÌNH', 'HÒA BÌNH'],
  ['thuỷ lợi', 'thủy lợi'],
  ['khoẻ', 'khỏe'],
  ['uỷ ban', 'ủy ban'],
  ['hoà'.normalize('NFD'), 'hòa'],
])('%s is %s', (typed, official) => expect(officialTones(typed)).toBe(official));

it.each(['quý', 'quỳnh', 'toàn', 'hoàn', 'huỳnh', 'tuyển', 'ngoài', 'xoáy', 'khuya', 'thuở'])('%s stays', (word) =>
  expect(officialTones(word)).toBe(word),
);
