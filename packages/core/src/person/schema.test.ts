/** What people may call themselves, and what they change of their account. */
import { expect, it } from 'vitest';
import { fieldCode } from '../shared/field-code.ts';
import { languages, meChangeSchema, personNameSchema } from './schema.ts';

it('a name has 2 to 60 characters', () => {
  const lengths = [1, 2, 60, 61].map((length) => personNameSchema.safeParse('ệ'.repeat(length)).success);
  expect(lengths).toEqual([false, true, true, false]);
});

it('a name has a letter', () => {
  const codes = (name: string) => personNameSchema.safeParse(name).error?.issues.map(fieldCode) ?? [];
  expect([codes('…!?'), codes('12'), codes('\u3164\u3164')]).toEqual([
    ['shows_nothing'],
    ['shows_nothing'],
    ['too_small'],
  ]);
  expect(codes('Lan')).toEqual([]);
});

it('pages speak Vietnamese and English', () => expect(languages).toEqual(['vi', 'en']));

it('people change their name, language and ward, on a version or without, and nothing else', () => {
  const changes = [{ name: 'Lan Anh' }, { version: 1, language: 'en' }, { ward: null }, { version: 0 }, { roles: [] }];
  const outcomes = changes.map((change) => meChangeSchema.safeParse(change).success);
  expect(outcomes).toEqual([true, true, true, false, false]);
});
