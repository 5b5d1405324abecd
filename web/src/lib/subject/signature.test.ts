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

test('who has chosen no name stands behind their organisation unnamed, until they choose one', () => {
  const nameless = { id: 'per_01JDB8N0P4X7K2M9QW5T3R3K4T', name: 'Người Hà Nội 3K4T' };
  expect(namesOf(nameless, agency)).toEqual(['UBND phường Cửa Nam']);
  expect(signatureOf({ ...nameless, name: 'Nguyễn Văn An' }, agency)).toBe('UBND phường Cửa Nam · Nguyễn Văn An');
});
