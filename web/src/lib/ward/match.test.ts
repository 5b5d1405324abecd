import { wardNames } from '@hanoi/core/ward/names';
import type { Share } from '@hanoi/core/ward/schema';
import { expect, test } from 'vitest';
import mappings from '../../../../packages/core/src/ward/data/hanoi-ward-mappings.json' with { type: 'json' };
import { byDistrict, findWards, fold, indexWards, theWard } from './match';

const shareOf = (relation: string): Share =>
  relation === 'whole' ? 'whole' : relation === 'earlier' ? 'likely' : 'part';
const wards = indexWards(
  Object.entries(wardNames).map(([code, [name]]) => ({
    code,
    name,
    formerUnits: mappings
      .filter((old) => old.newCode === code)
      .map((old) => ({ name: old.oldName, district: old.oldDistrict, share: shareOf(old.relation) })),
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
    {
      code: '00004',
      name: 'Phường Ba Đình',
      because: 'Phường Trúc Bạch, Quận Ba Đình',
      isWithin: false,
      share: 'whole',
    },
  ]);
  expect(findWards(wards, 'p. truc bach')).toEqual(findWards(wards, 'Trúc Bạch'));
  expect(theWard(wards, 'phường Trúc Bạch, quận Ba Đình')?.code).toBe('00004');
});

test('a former district finds the wards made from it, the one that bears its name first', () => {
  const found = findWards(wards, 'q hoan kiem');
  expect(found[0]).toEqual({ code: '00070', name: 'Phường Hoàn Kiếm', because: null, isWithin: false, share: 'whole' });
  expect(found.slice(1).map(({ name, because }) => [name, because])).toEqual([
    ['Phường Cửa Nam', 'Quận Hoàn Kiếm'],
    ['Phường Hồng Hà', 'Quận Hoàn Kiếm'],
    // It has only parts of wards of that district.
    ['Phường Ba Đình', 'Quận Hoàn Kiếm'],
    ['Phường Văn Miếu - Quốc Tử Giám', 'Quận Hoàn Kiếm'],
  ]);
  expect(found.slice(1).every(({ isWithin }) => isWithin)).toBe(true);
});

test('a name that is a ward today means that ward; as a district it could be several', () => {
  expect(theWard(wards, 'Phường Hà Đông')?.name).toBe('Phường Hà Đông');
  expect(theWard(wards, 'p. ha dong')?.name).toBe('Phường Hà Đông');
  expect(theWard(wards, 'quận Hà Đông')).toBeUndefined();
  expect(findWards(wards, 'quận Hà Đông', 30).map(({ name }) => name)).toContain('Phường Kiến Hưng');
});

test.each([
  ['Hà Đông', 'Phường Hà Đông', 'Quận Hà Đông', 'Phường Kiến Hưng'],
  ['dong da', 'Phường Đống Đa', 'Quận Đống Đa', 'Phường Kim Liên'],
  ['Ba Vì', 'Xã Ba Vì', 'Huyện Ba Vì', 'Xã Suối Hai'],
])('%s is a ward of today and a former district: both are offered', (asked, ward, district, within) => {
  expect(theWard(wards, asked)).toBeUndefined();
  const { places, districts } = byDistrict(findWards(wards, asked, 30));
  expect(places[0]?.name).toBe(ward);
  expect(districts.map(({ name }) => name)).toContain(district);
  expect(districts.find(({ name }) => name === district)?.wards.map(({ name }) => name)).toContain(within);
});

test('a former ward that was divided leads to every ward that took a part of it', () => {
  const found = findWards(wards, 'Phường Điện Biên');
  expect(found.map(({ name, share }) => [name, share]).toSorted()).toEqual([
    ['Phường Ba Đình', 'part'],
    ['Phường Hoàn Kiếm', 'part'],
    ['Phường Văn Miếu - Quốc Tử Giám', 'part'],
    ['Phường Ô Chợ Dừa', 'part'],
  ]);
  expect(theWard(wards, 'Phường Điện Biên')).toBeUndefined();
});

test('a unit abolished before 2025 is a hint to confirm', () => {
  expect(findWards(wards, 'Phường Nguyễn Trung Trực')).toMatchObject([{ name: 'Phường Ba Đình', share: 'likely' }]);
  expect(theWard(wards, 'Phường Nguyễn Trung Trực')).toBeUndefined();
});

test('every ward is found by its own name, in either language, with or without its unit', () => {
  for (const [code, [name, nameEn]] of Object.entries(wardNames)) {
    expect(theWard(wards, name)?.code, name).toBe(code);
    expect(theWard(wards, nameEn)?.code, nameEn).toBe(code);
    expect(findWards(wards, name.replace(/^(Phường|Xã) /, ''))[0]?.code, name).toBe(code);
  }
});

test('wards named in English are found as well', () => {
  const named = Object.entries(wardNames).map(([code, [, name]]) => ({ code, name, formerUnits: [] }));
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
