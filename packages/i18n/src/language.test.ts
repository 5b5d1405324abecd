/** Times beside what people wrote read right within a line, in both languages. */
import { expect, it } from 'vitest';
import { formatLongDay, formatRelative } from './language.ts';

// A quarter past eight in the evening in Hanoi.
const now = Date.parse('2026-03-10T13:15:00Z');

it.each([
  ['a moment ago', '2026-03-10T13:14:30Z', 'vừa xong', 'just now'],
  ['minutes ago', '2026-03-10T13:10:30Z', '4 phút trước', '4 minutes ago'],
  ['this morning', '2026-03-10T03:15:00Z', '10 giờ trước', '10 hours ago'],
  ['a day ago', '2026-03-09T13:15:00Z', 'hôm qua', 'yesterday'],
  ['late on the day before yesterday', '2026-03-08T16:59:59Z', 'hôm kia', '2 days ago'],
  ['just after midnight yesterday', '2026-03-08T17:00:00Z', 'hôm qua', 'yesterday'],
  ['days ago', '2026-03-05T13:15:00Z', '5 ngày trước', '5 days ago'],
  ['a month ago', '2026-02-08T13:15:00Z', '8/2/2026', '08/02/2026'],
  ['in hours', '2026-03-10T16:15:00Z', 'sau 3 giờ nữa', 'in 3 hours'],
  ['tomorrow', '2026-03-11T13:15:00Z', 'ngày mai', 'tomorrow'],
  ['the day after tomorrow', '2026-03-12T13:15:00Z', 'ngày kia', 'in 2 days'],
])('%s', (_, time, vi, en) => {
  expect(formatRelative('vi', time, now)).toBe(vi);
  expect(formatRelative('en', time, now)).toBe(en);
});

it('a long day is written out as people write it', () => {
  expect(formatLongDay('vi', '2026-11-03T05:00:00Z')).toBe('3 tháng 11 năm 2026');
  expect(formatLongDay('en', '2026-11-03T05:00:00Z')).toBe('3 November 2026');
});
