import { expect, test } from 'vitest';
import { listAddress } from './list-address';

test('what goes without saying is not said, and the order of filters is always the same', () => {
  expect(listAddress('vi')).toBe('/challenges');
  expect(listAddress('vi', { sort: 'new', tag: undefined })).toBe('/challenges');
  expect(listAddress('en', { ward: ['00004', '00070'], programme: 'P5', sort: 'top', year: 2026 })).toBe(
    '/en/challenges?sort=top&programme=P5&ward=00004&ward=00070&year=2026',
  );
});

test('a tag and a cursor may hold anything', () => {
  const address = new URL(listAddress('vi', { tag: 'r&d ngập lụt' }, { cursor: 'a+b=' }), 'https://example.vn');
  expect(Object.fromEntries(address.searchParams)).toEqual({ tag: 'r&d ngập lụt', cursor: 'a+b=' });
});
