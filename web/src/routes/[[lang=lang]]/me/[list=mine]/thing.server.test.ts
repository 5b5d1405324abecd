import type { MyComment } from '@hanoi/core/mine/contract';
import { expect, test } from 'vitest';
import { commentThing } from './thing.server';

const thing = (change: Partial<MyComment>) =>
  commentThing({
    id: 'cmt_1',
    subjectId: 'chl_1',
    subjectTitle: 'Ngõ ngập sau mỗi trận mưa',
    body: 'Đúng vậy',
    status: 'visible',
    createdAt: '2026-11-03T00:00:00Z',
    ...change,
  } as MyComment);

test('a comment is named by what it is about, and leads to its place in the thread', () => {
  expect(thing({})).toMatchObject({
    title: 'Ngõ ngập sau mỗi trận mưa',
    excerpt: 'Đúng vậy',
    path: '/challenges/chl_1?around=cmt_1#cmt_1',
  });
});

test('its words are shown as they are read, not as they were typed', () => {
  const body = '## Ý kiến\n\n- **Nước** dồn [từ phố](https://a.vn)\n- cống `nhỏ`\n\ndòng một\ndòng hai';
  expect(thing({ body }).excerpt).toBe('Ý kiến Nước dồn từ phố cống nhỏ dòng một dòng hai');
});

test('they are shortened between words, and never inside a letter', () => {
  const words = thing({ body: 'một hai ba '.repeat(40) }).excerpt!;
  expect(words).toMatch(/ (một|hai|ba)…$/);
  expect(words.length).toBeLessThanOrEqual(161);
  const endless = thing({ body: '🌧'.repeat(300) }).excerpt!;
  expect(endless).toBe(`${'🌧'.repeat(160)}…`);
});
