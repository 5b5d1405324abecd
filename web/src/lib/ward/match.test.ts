import { wardNames } from '@hanoi/core/ward/names';
import { expect, test } from 'vitest';
import mappings from '../../../../packages/core/src/ward/data/hanoi-ward-mappings.json' with { type: 'json' };
import { findWards, fold, indexWards, theWard } from './match';

const wards = indexWards(
  Object.entries(wardNames).map(([code, [name]]) => ({
    code,
    name,
    formerly: mappings.filter((old) => old.newCode === code).map((old) => `${old.oldName}, ${old.oldDistrict}`),
  })),
);

test('spellings of one name are one', () => {
  expect(fold('  Hoà  Lạc ')).toBe('hoa lac');
  expect(fold('Hòa Lạc')).toBe('hoa lac');
  expect(fold('Đống Đa')).toBe('dong da');
  expect(fold('Văn Miếu - Quốc Tử Giám')).toBe('van mieu quoc tu giam');
});

test("a former ward finds today's, and says why", () => {
  expect(findWards(wards, 'Trúc Bạch')).toEqual([
    { code: '00004', name: 'Phường Ba Đình', because: 'Phường Trúc Bạch, Quận Ba Đình', isWithin: false },
  ]);
  expect(findWards(wards, 'p. truc bach')).toEqual(findWards(wards, 'Trúc Bạch'));
  expect(theWard(wards, 'phường Trúc Bạch, quận Ba Đình')?.code).toBe('00004');
});

test('a former district finds the wards made from it, the one that bears its name first', () => {
  const found = findWards(wards, 'q hoan kiem');
  expect(found[0]).toEqual({ code: '00070', name: 'Phường Hoàn Kiếm', because: null, isWithin: false });
  expect(found.slice(1).map(({ name, because }) => [name, because])).toEqual([
    ['Phường Cửa Nam', 'Quận Hoàn Kiếm'],
    ['Phường Hồng Hà', 'Quận Hoàn Kiếm'],
  ]);
  expect(found.slice(1).every(({ isWithin }) => isWithin)).toBe(true);
});

test('a name that is a ward today means that ward; as a district it could be several', () => {
  expect(theWard(wards, 'Hà Đông')?.name).toBe('Phường Hà Đông');
  expect(theWard(wards, 'ha dong')?.name).toBe('Phường Hà Đông');
  expect(theWard(wards, 'quận Hà Đông')).toBeUndefined();
  expect(findWards(wards, 'quận Hà Đông', 30).map(({ name }) => name)).toContain('Phường Kiến Hưng');
});

test('every ward is found by its own name, in either language, with or without its unit', () => {
  for (const [code, [name, nameEn]] of Object.entries(wardNames)) {
    expect(theWard(wards, name)?.code, name).toBe(code);
    expect(theWard(wards, nameEn)?.code, nameEn).toBe(code);
    expect(theWard(wards, name.replace(/^(Phường|Xã) /, ''))?.code, name).toBe(code);
  }
});

test('wards named in English are found as well', () => {
  const named = Object.entries(wardNames).map(([code, [, name]]) => ({ code, name, formerly: [] }));
  const english = indexWards(named);
  for (const { code, name } of named) expect(theWard(english, wardNames[code]![0])?.code, name).toBe(code);
  expect(theWard(english, 'phuong duc')?.name).toBe('Phuong Duc Commune');
});

test('every former ward is found by its name and district', () => {
  for (const { oldName, oldDistrict, newCode } of mappings) {
    const codes = findWards(wards, `${oldName}, ${oldDistrict}`, 30).map(({ code }) => code);
    expect(codes, oldName).toContain(newCode);
  }
});

test('nothing fits nothing, nor what is no place', () => {
  expect(findWards(wards, ' - ')).toEqual([]);
  expect(findWards(wards, 'Sài Gòn')).toEqual([]);
  expect(theWard(wards, 'Sài Gòn')).toBeUndefined();
  expect(findWards(wards, 'phường', 5)).toHaveLength(5);
});
