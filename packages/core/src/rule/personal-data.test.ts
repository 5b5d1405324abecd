/** Personal data is found and masked; hotlines, money, dates and codes are left alone. */
import { expect, it } from 'vitest';
import { findPersonalData, maskPersonalData } from './personal-data.ts';

it.each([
  ['Gọi 0912345678 nhé', 'Gọi 09xxxxxx78 nhé', 'phone'],
  ['Gọi 0912345678 đồng chí Lan', 'Gọi 09xxxxxx78 đồng chí Lan', 'phone'],
  ['Gọi 0912.345.678 nhé', 'Gọi 09xx.xxx.x78 nhé', 'phone'],
  ['số 0387 654 321', 'số 03xx xxx x21', 'phone'],
  ['+84 912 345 678', '+84 xxx xxx x78', 'phone'],
  // A word that only begins like a unit.
  ['gọi 0987 654 321 để gặp tôi', 'gọi 09xx xxx x21 để gặp tôi', 'phone'],
  ['(024) 3825 1234', '(02x) xxxx xx34', 'phone'],
  ['Gọi +1 202 555 0173', 'Gọi +1 2xx xxx xx73', 'phone'],
  ['CCCD 001085012345', 'CCCD 00xxxxxxxx45', 'citizen-id'],
  ['số căn cước 001 203 004 567', 'số căn cước 00x xxx xxx x67', 'citizen-id'],
  ['CMND số 012345678', 'CMND số 01xxxxx78', 'old-id'],
  ['STK 0021000123456 Vietcombank', 'STK 00xxxxxxxxx56 Vietcombank', 'bank-account'],
  ['stk: 0912345678', 'stk: 09xxxxxx78', 'bank-account'],
  ['ủng hộ 19036789012345 Techcombank', 'ủng hộ 19xxxxxxxxxx45 Techcombank', 'bank-account'],
  ['thư lan.nguyen+a@gmail.com', 'thư l***@gmail.com', 'email'],
])('%s', (text, masked, kind) => {
  const result = maskPersonalData(text);
  expect(result.text).toBe(masked);
  expect(result.found.map((one) => one.kind)).toEqual([kind]);
  const [{ start, end, original }] = result.found as [(typeof result.found)[number]];
  expect(text.slice(start, end)).toBe(original);
});

it.each([
  'Gọi 1022, 113, 114, 115, tổng đài 1900 6888, 19001009, 1800 1091',
  'Kinh phí 1.234.567.890 đồng, 250000000 đ, 1912345678 đồng',
  'Mã số thuế 0100109106, hồ sơ 000.00.01.H26-261128-0042',
  'Ngày 12/11/2026, 28.11.2026, năm 2020 2021 2022 2023',
  'Quốc lộ 32, đường 427, số nhà 12/3/45, tọa độ 21.0285, 105.8542',
  'Số 012345678 trong bảng, mã 097085012345 không phải tỉnh nào',
  'https://example.vn/0912345678',
])('%s is left alone', (text) => expect(maskPersonalData(text)).toEqual({ text, found: [] }));

it('masks all of several, and what is masked is masked no further', () => {
  const { text, found } = maskPersonalData('0912 345 678 - 0987654321, a@b.vn');
  expect(text).toBe('09xx xxx x78 - 09xxxxxx21, *@b.vn');
  expect(found).toHaveLength(3);
  expect(maskPersonalData('09xx xxx x78 - 09xxxxxx21, l***@gmail.com, *@b.vn').found).toEqual([]);
});

it('never makes a text longer, and leaves alone what its author had kept before', () => {
  expect(maskPersonalData('ab@c.vn abc@d.vn').text).toBe('a*@c.vn a**@d.vn');
  const { text, found } = maskPersonalData('0912345678 và 0987654321', 'Gọi 0912345678');
  expect(text).toBe('0912345678 và 09xxxxxx21');
  expect(found).toHaveLength(1);
});

it('a finding does not hold what was found', () => {
  expect(JSON.stringify(findPersonalData('Gọi 0912345678, a.b@c.vn'))).not.toMatch(/0912345678|a\.b@/);
});

it.each(['0912 ', '1', '(0', '+84', 'a@b.vn ', '09.', '12/11/2026 '])('reads 100,000 characters of %j', (part) => {
  const text = part.repeat(100_000 / part.length);
  expect(maskPersonalData(text).text.length).toBeGreaterThan(0);
});
