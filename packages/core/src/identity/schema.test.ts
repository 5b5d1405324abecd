/** What a sign-in code is, in the numbers that people and docs/security.md read. */
import { expect, it } from 'vitest';
import { codeLifetime, codeTries, openSessionSchema, requestCodeSchema } from './schema.ts';

const email = 'lan@example.vn';
const isCode = (code: string) => openSessionSchema.safeParse({ email, code }).success;

it('works for ten minutes and five tries', () => {
  expect({ codeLifetime, codeTries }).toEqual({ codeLifetime: 10 * 60 * 1_000, codeTries: 5 });
});

it('has six digits, with blanks wherever people type them', () => {
  const codes = ['12345', '1234567', '12345a', 'a123456', '123456\n7', '123456'];
  expect(codes.filter(isCode)).toEqual(['123456']);
  expect(openSessionSchema.parse({ email, code: ' 12 3\t456 ' }).code).toBe('123456');
});

it('is not looked at when it is longer than anybody types', () => {
  const padded = (length: number) => '123456'.padEnd(length);
  expect([20, 21].map((length) => isCode(padded(length)))).toEqual([true, false]);
});

it('is asked for by address, in a language or not, and nothing else', () => {
  const fits = (input: unknown) => requestCodeSchema.safeParse(input).success;
  const asked = [{ email }, { email, language: 'en' }, { email, language: 'fr' }, { email, name: 'Lan' }];
  expect(asked.map(fits)).toEqual([true, true, false, false]);
  expect(openSessionSchema.safeParse({ email, code: '123456', name: 'Lan' }).success).toBe(false);
});
