/** What is taken for a sign-in code, and what a request for one says. */
import { expect, it } from 'vitest';
import { openSessionSchema, requestCodeSchema } from './schema.ts';

const email = 'lan@example.vn';
const isCode = (code: string) => openSessionSchema.safeParse({ email, code }).success;

it('has six digits', () => {
  const codes = [
    '12345',
    '1234567',
    '12345a',
    'a123456',
    '123456\n7',
    '-12345',
    '1e5000',
    '000000\u0000',
    '',
    '123456',
  ];
  expect(codes.filter(isCode)).toEqual(['123456']);
});

it.each([
  ' 12 3\t456 ',
  '123-456',
  '123–456',
  '123\u2011456',
  '123 456\u00A0',
  '123.456',
  '１２３４５６',
  '１２３－４５６',
  '\u200B1\u200D2\u20603\uFEFF456',
  '\u202A123456\u202C',
  '123\u00AD456',
])('%j is one', (code) => expect(openSessionSchema.parse({ email, code }).code).toBe('123456'));

it('is not looked at when it is longer than anybody types', () => {
  const padded = (length: number) => '123456'.padEnd(length);
  expect([64, 65].map((length) => isCode(padded(length)))).toEqual([true, false]);
});

it('is asked for by address, in a language or not, by a browser known or not, and nothing else', () => {
  const fits = (input: unknown) => requestCodeSchema.safeParse(input).success;
  const request = 'a'.repeat(22);
  const asked = [
    { email },
    { email, language: 'en' },
    { email, request },
    { email, language: 'fr' },
    { email, request: 'short' },
    { email, request: `${request}\n` },
    { email, name: 'Lan' },
  ];
  expect(asked.map(fits)).toEqual([true, true, true, false, false, false, false]);
  expect(openSessionSchema.safeParse({ email, code: '123456', name: 'Lan' }).success).toBe(false);
});
