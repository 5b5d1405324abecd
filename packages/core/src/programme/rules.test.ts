/** Codes are used once, names tell programmes apart, and a term ends after it begins. */
import { expect, it } from 'vitest';
import type { AppError } from '../shared/app-error.ts';
import { officialProgrammes } from './official-list.ts';
import {
  assertNamesFree,
  assertTerm,
  formerNamesOf,
  lastPlace,
  nextCode,
  programmesLike,
  withOfficial,
} from './rules.ts';
import { newProgrammeSchema, programmeCodeSchema } from './schema.ts';

const [first, second] = officialProgrammes as [(typeof officialProgrammes)[0], (typeof officialProgrammes)[0]];
const fieldsOf = (run: () => void) => {
  try {
    run();
  } catch (error) {
    return (error as AppError).fields.map(({ path, code }) => `${path} ${code}`);
  }
  return [];
};

it('a code is two to four capital letters and digits, a letter first', () => {
  const fits = (code: string) => programmeCodeSchema.safeParse(code).success;
  expect(['P1', 'P10', 'Q999', 'KH'].map(fits)).toEqual([true, true, true, true]);
  expect(['P', 'p1', '1P', 'P1000', 'P-1', 'Đ1', ' P1', ''].map(fits)).toEqual(Array(8).fill(false));
});

it('the next code is none that there was, also where a programme was retired', () => {
  expect(nextCode(officialProgrammes)).toBe('P10');
  expect(nextCode([...officialProgrammes, { ...first, code: 'P41', retiredAt: '2026-11-29T00:00:00.000Z' }])).toBe(
    'P42',
  );
  expect(nextCode([{ ...first, code: 'KH' }])).toBe('P1');
});

it('they stand in their order, and by their codes where that is the same', () => {
  const all = withOfficial([
    { ...first, order: 9 },
    { ...first, code: 'A1', order: 9 },
  ]);
  expect(all.map(({ code }) => code)).toEqual(['P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8', 'A1', 'P1', 'P9']);
  expect(lastPlace(all)).toBe(10);
  expect(lastPlace([{ ...first, order: 999 }])).toBe(999);
});

it('a name is free that no other programme has, in capitals or not', () => {
  expect(fieldsOf(() => assertNamesFree(officialProgrammes, first))).toEqual([]);
  const wanted = { ...first, name: second.name.toUpperCase(), shortEn: second.shortEn };
  expect(fieldsOf(() => assertNamesFree(officialProgrammes, wanted))).toEqual([
    '/name name_taken',
    '/shortEn name_taken',
  ]);
});

it('the names it had are kept, but for those it has again', () => {
  const renamed = { ...first, name: 'Kinh tế', formerNames: formerNamesOf(first, { ...first, name: 'Kinh tế' }) };
  expect(renamed.formerNames).toEqual([first.name]);
  expect(formerNamesOf(renamed, first)).toEqual(['Kinh tế']);
});

it('a term ends after it begins, and either side may be open', () => {
  const [early, late] = ['2026-01-01', '2030-12-31'];
  const terms = [
    [early, late],
    [early, early],
    [null, early],
    [late, null],
  ] as const;
  expect(terms.flatMap(([from, to]) => fieldsOf(() => assertTerm({ from, to })))).toEqual([]);
  expect(fieldsOf(() => assertTerm({ from: late, to: early }))).toEqual(['/to until_before_from']);
  const names = { name: 'Một tên', nameEn: 'A name', short: 'Tên', shortEn: 'Name', reason: 'Kế hoạch mới' };
  expect(newProgrammeSchema.safeParse({ ...names, from: late, to: early }).success).toBe(false);
});

it('is like what is typed of one of its names, in the language of that name; not where many are', () => {
  const named = [
    {
      ...first,
      code: 'P1',
      name: 'Kinh tế tuần hoàn',
      nameEn: 'Circular economy',
      short: 'Tuần hoàn',
      shortEn: 'Circular',
    },
    {
      ...second,
      code: 'P2',
      name: 'Kinh tế đêm',
      nameEn: 'Night economy',
      short: 'Đêm',
      shortEn: 'Night',
      formerNames: ['Chợ đêm'],
    },
    {
      ...second,
      code: 'P3',
      name: 'Kinh tế số',
      nameEn: 'Digital economy',
      short: 'Số',
      shortEn: 'Digital',
      formerNames: [],
    },
  ];
  expect(programmesLike(named, 'kinh te tu')).toEqual([{ code: 'P1', text: 'Kinh tế tuần hoàn' }]);
  expect(programmesLike(named, 'Chợ đ')).toEqual([{ code: 'P2', text: 'Kinh tế đêm' }]);
  expect(programmesLike(named, 'digital e')).toEqual([{ code: 'P3', text: 'Digital economy' }]);
  expect(programmesLike(named, 'Kinh tế')).toEqual([]);
  expect(programmesLike(named, 'uần')).toEqual([]);
  expect(programmesLike(named, ' . ')).toEqual([]);
});
