/** Names as administrators look for them. */
import { expect, it } from 'vitest';
import { foldedName } from '../shared/folded-name.ts';
import { nameOrdersOf } from './names.ts';

it('have no accents, signs or capitals', () => {
  const typed = ['Nguyễn Thị Đào', 'NGUYỄN  THỊ ĐÀO', 'nguyen thi dao', 'Nguyễn-Thị (Đào)', ' ', '...'];
  expect(typed.map(foldedName)).toEqual([...Array(4).fill('nguyen thi dao'), '', '']);
});

it('are found from the family name on, from the given name, and from the two last words', () => {
  expect(nameOrdersOf('Nguyễn Thị Minh Anh')).toEqual({
    gsi1: 'nguyen thi minh anh',
    gsi2: 'anh nguyen thi minh',
    gsi3: 'minh anh nguyen thi',
  });
  expect(Object.values(nameOrdersOf('Lan'))).toEqual(['lan', 'lan', 'lan']);
});

it('fit into a key, however long they are', () => {
  expect(nameOrdersOf('ử'.repeat(500)).gsi1).toHaveLength(120);
});
