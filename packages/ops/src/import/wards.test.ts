/** Places are found by the names of today and of before. */
import { expect, it } from 'vitest';
import { openWards } from './wards.ts';

const wards = await openWards();

it.each([
  ['00070', undefined, '00070'],
  ['70', undefined, '00070'],
  ["'00070", undefined, '00070'],
  ['70.0', undefined, '00070'],
  ['9556', undefined, '09556'],
  ['Phường Hoàn Kiếm', undefined, '00070'],
  ['hoan kiem', undefined, '00070'],
  ['P. Láng', undefined, '00199'],
  ['P.Láng', undefined, '00199'],
  ['P Láng', undefined, '00199'],
  ['P. Trúc Bạch', 'Q. Ba Đình, TP Hà Nội', '00004'],
  ['P. Trúc Bạch, Q.Ba Đình', undefined, '00004'],
  ['Phường Yên Hòa', undefined, '00175'],
  ['Phường Quán Thánh', undefined, '00004'],
  ['Quán Thánh, Quận Ba Đình', undefined, '00004'],
  ['Phường Trúc Bạch', 'Quận Ba Đình, Hà Nội', '00004'],
  ['Phường Hoàn Kiếm', 'Hà Nội', '00070'],
])('%s, %s', (name, district, code) => {
  expect(wards.find(name, district)).toEqual({ code });
});

it('puts a former district into the ward that took its name, and says so', () => {
  expect(wards.find('Quận Đống Đa')).toEqual({ code: '00235', moved: true });
  expect(wards.find('Huyện Sóc Sơn')).toEqual({ code: '00376', moved: true });
  expect(wards.find('H. Sóc Sơn')).toEqual({ code: '00376', moved: true });
});

it('asks where a ward that was divided lies, and takes what a unit of before 2025 probably became', () => {
  const found = wards.find('Phường Điện Biên', 'Quận Ba Đình');
  expect(found).toHaveProperty('reason', expect.stringContaining('could be'));
  expect(found).toHaveProperty('candidates', ['00004', '00070', '00190', '00226']);
  expect(wards.find('Phường Nguyễn Trung Trực')).toEqual({ code: '00004', likely: true });
  // A town that was divided: the commune that bears its name.
  const candidates = ['00454', '00466', '00475'];
  expect(wards.find('TT Đông Anh')).toEqual({ code: '00454', likely: true, candidates });
});

it('asks when a name means several wards, and reports one that means none', () => {
  expect(wards.find('Quận Nam Từ Liêm')).toHaveProperty('reason', expect.stringContaining('former district'));
  expect(wards.find('Phường Minh Khai')).toHaveProperty('reason', expect.stringContaining('could be'));
  expect(wards.find('Phường Minh Khai', 'Hai Bà Trưng')).toHaveProperty('candidates', ['00292', '00322']);
  expect(wards.find('123')).toHaveProperty('reason', expect.stringContaining('no code'));
  expect(wards.find('Chamberí')).toHaveProperty('reason', expect.stringContaining('no ward'));
});
