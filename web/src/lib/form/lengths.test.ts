import { textLimits } from '@hanoi/core/card/schema';
import { closeChallengeSchema } from '@hanoi/core/challenge/schema';
import { commentLength } from '@hanoi/core/comment/schema';
import { personNameSchema } from '@hanoi/core/person/schema';
import { uploadLimit } from '@hanoi/core/upload/schema';
import { fieldMessage, lengths } from '@hanoi/i18n/form';
import { expect, test } from 'vitest';
import { largestImage } from './send-image';

test('the lengths people are told are those of the schemas', () => {
  const { title, summary, body } = textLimits;
  expect(lengths).toMatchObject({ title, summary, body, comment: commentLength });
  const [leastReason, mostReason] = lengths.reason!;
  const isReason = (length: number) => closeChallengeSchema.safeParse({ reason: 'x'.repeat(length) }).success;
  expect([leastReason - 1, leastReason, mostReason, mostReason + 1].map(isReason)).toEqual([false, true, true, false]);
  const [leastName, mostName] = lengths.name!;
  const isName = (length: number) => personNameSchema.safeParse('x'.repeat(length)).success;
  expect([leastName - 1, leastName, mostName, mostName + 1].map(isName)).toEqual([false, true, true, false]);
});

test('a message says what to write, how much is missing, how much is too much', () => {
  expect(fieldMessage('vi', 'title', 'too_small', '')).toBe('Hãy viết tiêu đề.');
  expect(fieldMessage('vi', 'title', 'too_small', 'Ngập')).toBe('Tiêu đề cần ít nhất 8 ký tự; bạn mới viết 4.');
  expect(fieldMessage('en', 'summary', 'too_big', 'x'.repeat(301))).toContain('at most 300 characters; you have 301');
});

test('the browser holds images to the size the API takes', () => {
  expect(largestImage).toBe(uploadLimit);
});
