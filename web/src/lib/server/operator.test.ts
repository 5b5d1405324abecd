/** What an operator says of itself reaches the page; where nobody says who runs the site, the page can tell. */
import { expect, it } from 'vitest';
import { readOperator } from './operator';

it('is known by its name, and without other details', () => {
  expect(readOperator({ OPERATOR_NAME: 'Sở Khoa học và Công nghệ', OPERATOR_EMAIL: 'lienhe@example.vn' })).toEqual({
    name: 'Sở Khoa học và Công nghệ',
    address: '',
    email: 'lienhe@example.vn',
    phone: '',
    hours: '',
    dataOfficer: 'lienhe@example.vn',
  });
});

it('is nobody without a name', () => {
  expect(readOperator({ OPERATOR_EMAIL: 'lienhe@example.vn' })).toBeUndefined();
});
