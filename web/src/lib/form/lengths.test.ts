import { fieldMessage } from '@hanoi/i18n/form';
import { expect, test } from 'vitest';
import { refusal } from './send-image';

test('a message says what to write, how much is missing, how much is too much', () => {
  expect(fieldMessage('vi', 'title', 'too_small', '')).toBe('Hãy nhập tiêu đề.');
  expect(fieldMessage('vi', 'title', 'too_small', 'Ngập')).toBe('Tiêu đề cần ít nhất 8 ký tự; bạn mới viết 4.');
  expect(fieldMessage('en', 'summary', 'too_big', 'x'.repeat(301))).toContain('at most 300 characters; you have 301');
});

test('a message says that nothing can be seen, and why a name is refused', () => {
  expect(fieldMessage('vi', 'comment', 'shows_nothing', '![](x)')).toBe(
    'Bình luận chưa có chữ nào hiện ra cho người đọc. Hãy viết thêm vài chữ.',
  );
  expect(fieldMessage('en', 'name', 'name_reserved', 'Admin')).toContain('a role of this site');
});

test('the browser holds images to the size the API takes, and to their number', () => {
  const tried = [4_500_000, 4_500_001].map((size) => refusal({ size }, 5, 6));
  expect([...tried, refusal({ size: 1 }, 6, 6)]).toEqual([undefined, 'too_large', 'too_many']);
});
