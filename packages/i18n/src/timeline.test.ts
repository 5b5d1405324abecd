/** Edits on timelines name all that they changed. */
import { expect, it } from 'vitest';
import { eventSentence } from './timeline.ts';

const edited = (language: 'vi' | 'en', ...fields: string[]) =>
  eventSentence(language, { type: 'challenge_edited', moderators: false }, 'Lan', fields);

it('an edit names each thing once', () => {
  expect(edited('vi', 'title', 'ward', 'point')).toBe('Lan sửa tiêu đề và địa điểm');
  expect(edited('en', 'title', 'ward', 'point')).toBe('Lan edited the title and place');
});

it('says where moderators did it, and not the system', () => {
  const closed = (moderators: boolean) => eventSentence('vi', { type: 'challenge_closed', moderators }, null, []);
  expect([closed(true), closed(false)]).toEqual(['Người kiểm duyệt đóng thách thức', 'Hệ thống đóng thách thức']);
});

it('a field that has no word is told in general words, not left out', () => {
  expect(edited('vi', 'title', 'budget')).toBe('Lan sửa tiêu đề và thông tin khác');
  expect(edited('en', 'title', 'budget', 'phases')).toBe('Lan edited the title and details');
  expect(edited('vi', 'constructor')).toBe('Lan sửa thông tin khác');
});

it('an edit that names nothing is still one', () => {
  expect(edited('vi')).toBe('Lan sửa nội dung');
});
