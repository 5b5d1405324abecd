import { expect, test } from 'vitest';
import { applyMark, type Mark } from './markdown-edit';

const samples = { sample: 'nội dung', linkText: 'chữ hiển thị' };

/** `|` stands at both ends of the selection, or once at the cursor. */
function press(mark: Mark, marked: string): string {
  const start = marked.indexOf('|');
  const bare = marked.replaceAll('|', '');
  const end = marked.indexOf('|', start + 1) < 0 ? start : marked.indexOf('|', start + 1) - 1;
  const done = applyMark({ text: bare, start, end }, mark, samples);
  return `${done.text.slice(0, done.start)}|${done.text.slice(done.start, done.end)}|${done.text.slice(done.end)}`;
}

test.each<[Mark, string, string]>([
  ['bold', 'một |hai| ba', 'một **|hai|** ba'],
  ['bold', 'một **|hai|** ba', 'một |hai| ba'],
  ['bold', 'một | hai | ba', 'một  **|hai|**  ba'],
  ['bold', 'một |', 'một **|nội dung|**'],
  ['italic', '**|hai|**', '***|hai|***'],
  ['italic', '***|hai|***', '**|hai|**'],
  ['heading', 'một\nh|ai', 'một\n## hai||'],
  ['list', '|một\nhai|', '|- một\n- hai|'],
  ['list', '|- một\n- hai|', '|một\nhai|'],
  ['quote', '|', '> ||'],
  ['link', 'xem |bản đồ| này', 'xem [bản đồ](|https://|) này'],
  ['link', 'xem |https://hanoi.gov.vn|', 'xem [|chữ hiển thị|](https://hanoi.gov.vn)'],
  ['link', '|', '[chữ hiển thị](|https://|)'],
])('%s turns %j into %j', (mark, from, to) => {
  expect(press(mark, from)).toBe(to);
});
