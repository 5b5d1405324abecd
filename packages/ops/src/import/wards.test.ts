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
  ['TT Đông Anh', undefined, '00454'],
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

it('asks when a name means several wards, and reports one that means none', () => {
  expect(wards.find('Quận Nam Từ Liêm')).toHaveProperty('reason', expect.stringContaining('former district'));
  expect(wards.find('Phường Minh Khai')).toHaveProperty('reason', expect.stringContaining('could be'));
  expect(wards.find('Phường Minh Khai', 'Hai Bà Trưng')).toHaveProperty('code');
  expect(wards.find('123')).toHaveProperty('reason', expect.stringContaining('no code'));
  expect(wards.find('Chamberí')).toHaveProperty('reason', expect.stringContaining('no ward'));
});
