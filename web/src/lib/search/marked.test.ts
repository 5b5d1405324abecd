import { expect, test } from 'vitest';
import { onlyMarks } from './marked';

test('marks stay, every other element is shown as text', () => {
  expect(onlyMarks('ngõ <mark>ngập</mark> &lt;b&gt;')).toBe('ngõ <mark>ngập</mark> &lt;b&gt;');
  expect(onlyMarks('<img src=x onerror=alert(1)><mark onclick="x">a</mark>')).toBe(
    '&lt;img src=x onerror=alert(1)>&lt;mark onclick="x">a</mark>',
  );
  expect(onlyMarks('<<mark>script></mark><script>')).toBe('&lt;<mark>script></mark>&lt;script>');
});
