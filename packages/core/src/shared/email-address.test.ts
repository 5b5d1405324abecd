/** Addresses as people type and paste them. */
import { expect, it } from 'vitest';
import { emailSchema } from '../person/schema.ts';

it.each([
  ['an@example.vn', 'an@example.vn'],
  ['  AN@Example.VN\t', 'an@example.vn'],
  ['\u200Ban\u200D@example.vn\uFEFF', 'an@example.vn'],
  ['\u202Aan@example.vn\u202C', 'an@example.vn'],
  ['an＠example.vn', 'an@example.vn'],
  ['ａｎ＠ｅｘａｍｐｌｅ．ｖｎ', 'an@example.vn'],
  ['an@example。vn', 'an@example.vn'],
  ['an @ example.vn', 'an@example.vn'],
  ['\u00A0an@example.vn\u00A0', 'an@example.vn'],
  ['mailto:an@example.vn', 'an@example.vn'],
  ['MAILTO:an@example.vn?subject=Ch%C3%A0o', 'an@example.vn'],
  ['<an@example.vn>', 'an@example.vn'],
  ['<mailto:an@example.vn>', 'an@example.vn'],
  ['Nguyễn Văn An <an@example.vn>', 'an@example.vn'],
  ['"An, Nguyễn" <an@example.vn>;', 'an@example.vn'],
  ['an@example.vn <an@example.vn>', 'an@example.vn'],
  ['an@example.vn,', 'an@example.vn'],
  ['an@example.vn.', 'an@example.vn'],
  ['user@tên-miền.vn', 'user@xn--tn-min-iva0322d.vn'],
  ['user@TÊN-MIỀN.vn', 'user@xn--tn-min-iva0322d.vn'],
  ['user@xn--tn-min-iva0322d.vn', 'user@xn--tn-min-iva0322d.vn'],
  ['user@пример.рф', 'user@xn--e1afmkfd.xn--p1ai'],
  ['lan+hanoi@gmail.com', 'lan+hanoi@gmail.com'],
  ["o'neil@example.vn", "o'neil@example.vn"],
])('%j is %s', (pasted, address) => {
  expect(emailSchema.parse(pasted)).toBe(address);
  expect(emailSchema.parse(address), 'and stays so').toBe(address);
});

it.each([
  'không phải thư',
  'gửi cho an@example.vn',
  'an@',
  '@example.vn',
  'a@b',
  'a@@example.vn',
  'a..b@example.vn',
  '.a@example.vn',
  'nguyễn@example.vn',
  'a@example.vn\r\nBcc: b@example.vn',
  'a\nb@example.vn',
  'a@example.vn,b@example.vn',
  'a@example.vn b@example.vn',
  '<a@example.vn> <b@example.vn>',
  'An\r\nBcc: b@example.vn <a@example.vn>',
  '"a b"@example.vn',
  'a@example.vn\u0000',
  'a@127.0.0.1',
  'a@[127.0.0.1]',
  'a@example.vn:25',
  'a@-example.vn',
  'a@example-.vn',
  'a@example.v',
  'a@%65xample.vn',
  `${'a'.repeat(250)}@example.vn`,
])('%j is none', (pasted) => expect(emailSchema.safeParse(pasted).success).toBe(false));

it('has 254 characters at most, whatever was pasted around it', () => {
  const long = (length: number) => `${'a'.repeat(length - '@example.vn'.length)}@example.vn`;
  expect([254, 255].map((length) => emailSchema.safeParse(long(length)).success)).toEqual([true, false]);
  const named = (length: number) => `${'A'.repeat(length - '<a@example.vn>'.length)}<a@example.vn>`;
  expect([400, 401].map((length) => emailSchema.safeParse(named(length)).success)).toEqual([true, false]);
});
