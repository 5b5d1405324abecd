import type { Comment, Stance } from '@hanoi/core/comment/schema';
import { expect, test } from 'vitest';
import { branchesOf, commentView, sharesOf } from './comment-view';

const now = new Date('2026-11-03T00:10:00Z');

function makeComment(id: string, change: Partial<Record<keyof Comment, unknown>> = {}): Comment {
  return {
    id,
    rootId: id,
    parentId: null,
    subjectId: 'chl_1',
    status: 'visible',
    stance: 'neutral',
    body: 'Lời **thật**',
    bodyHtml: '<p>Lời <strong>thật</strong></p>',
    author: { id: 'per_1', name: 'Ai đó' },
    organisation: null,
    version: 1,
    createdAt: '2026-11-03T00:00:00Z',
    editedAt: null,
    editableUntil: '2026-11-03T00:30:00Z',
    ...change,
  } as Comment;
}
const view = (id: string, change?: Parameters<typeof makeComment>[1]) =>
  commentView(makeComment(id, change), now, true);
const thread = (stances: Stance[]) => stances.map((stance, index) => view(`cmt_${index}`, { stance }));

test('the source goes to the page only while it can be edited', () => {
  expect(view('cmt_1').source).toBe('Lời **thật**');
  expect(view('cmt_1', { editableUntil: '2026-11-03T00:09:59Z' }).source).toBeNull();
  expect(view('cmt_1', { status: 'deleted' }).source).toBeNull();
});

test('replies stand below the comment that began the branch, in their order', () => {
  const branches = branchesOf([
    view('cmt_1'),
    view('cmt_2', { rootId: 'cmt_1', parentId: 'cmt_1' }),
    view('cmt_3', { rootId: 'cmt_1', parentId: 'cmt_2' }),
    view('cmt_4'),
  ]);
  expect(branches.map(({ root, replies }) => [root?.id, replies.map(({ id }) => id)])).toEqual([
    ['cmt_1', ['cmt_2', 'cmt_3']],
    ['cmt_4', []],
  ]);
});

test('a page that begins in the middle of a branch has a branch without its root', () => {
  const [branch] = branchesOf([view('cmt_2', { rootId: 'cmt_1', parentId: 'cmt_1' })]);
  expect(branch).toMatchObject({ id: 'cmt_1', root: null, replies: [{ id: 'cmt_2' }] });
});

test('views are shared out where there are enough of them', () => {
  expect(sharesOf(thread(['for', 'for', 'against', 'for', 'neutral']))).toEqual({
    for: 3,
    against: 1,
    neutral: 1,
    all: 5,
  });
  expect(sharesOf(thread(['for', 'neutral', 'neutral', 'neutral', 'neutral', 'against']))).toBeNull();
  expect(sharesOf(thread(['for', 'for', 'against', 'for']))).toBeNull();
});

test('replies and deleted comments count for no view', () => {
  const comments = [
    ...thread(['for', 'for', 'against', 'for', 'neutral']),
    view('cmt_8', { stance: 'against', rootId: 'cmt_1' }),
    view('cmt_9', { stance: 'against', status: 'deleted' }),
  ];
  expect(sharesOf(comments)).toMatchObject({ against: 1, all: 5 });
});

test('is edited no longer where its subject is over', () => {
  expect(commentView(makeComment('cmt_1'), now, true).source).toBe('Lời **thật**');
  expect(commentView(makeComment('cmt_1'), now, false).source).toBeNull();
});
