import { expect, test } from 'vitest';
import { declutter } from './declutter';

test('a name that would lie on one before it is left out, and not one beside it', () => {
  const labels = [
    { text: 'Hồ Gươm', x: 0, y: 0 },
    { text: 'Hoàn Kiếm', x: 10, y: 5 },
    { text: 'Bồ Đề', x: 60, y: 5 },
    { text: 'Cửa Nam', x: 0, y: 30 },
  ];
  expect(declutter(labels, 1).map(({ text }) => text)).toEqual(['Hồ Gươm', 'Bồ Đề', 'Cửa Nam']);
  expect(declutter(labels, 0.2)).toHaveLength(4);
});
