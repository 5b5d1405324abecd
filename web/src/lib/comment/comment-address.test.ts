import type { SubjectId } from '@hanoi/core/shared/ids';
import { expect, test } from 'vitest';
import { commentAddress, commentPath, threadAddress } from './comment-address';

const page = new URL('http://localhost/en/challenges/chl_1?/comment&thread=abc&solutions=new&reply=cmt_1');

test('a comment has its address from anywhere, by the kind it is about', () => {
  expect(commentPath('chl_1' as SubjectId, 'cmt_2')).toBe('/challenges/chl_1?around=cmt_2#cmt_2');
  expect(commentPath('sol_1' as SubjectId, 'cmt_2')).toBe('/solutions/sol_1?around=cmt_2#cmt_2');
});

test('on its own page the cursor goes, as a comment may have moved beyond it; other lists keep their place', () => {
  expect(commentAddress(page, 'cmt_2')).toBe('/en/challenges/chl_1?solutions=new&around=cmt_2#cmt_2');
});

test('the next stretch is no longer around a comment', () => {
  const around = new URL('http://localhost/challenges/chl_1?around=cmt_2&from=x');
  expect(threadAddress(around, 'abc')).toBe('/challenges/chl_1?from=x&thread=abc#comments');
  expect(threadAddress(around, null)).toBe('/challenges/chl_1?from=x#comments');
});
