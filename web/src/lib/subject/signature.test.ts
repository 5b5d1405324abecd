import { expect, test } from 'vitest';
import { namesOf, signatureOf } from './signature';

const person = { name: 'Nguyễn Văn An' };
const agency = { name: 'UBND phường Cửa Nam' };

test('an organisation comes first, then the person', () => {
  expect(signatureOf(person, agency)).toBe('UBND phường Cửa Nam · Nguyễn Văn An');
  expect(signatureOf(person, null)).toBe('Nguyễn Văn An');
});

test('lists show the name that comes first', () => {
  expect([namesOf(person, agency)[0], namesOf(person, null)[0]]).toEqual(['UBND phường Cửa Nam', 'Nguyễn Văn An']);
});
