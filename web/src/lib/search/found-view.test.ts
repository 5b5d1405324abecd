import type { Found } from '@hanoi/core/search/schema';
import { expect, test } from 'vitest';
import { foundView } from './found-view.server';

const found = {
  kind: 'comment',
  id: 'cmt_1',
  title: 'Ngõ ngập',
  titleHtml: 'Ngõ <mark>ngập</mark>',
  snippetHtml: '<mark>Ngập</mark> tới <script>',
  path: '/challenges/chl_1?around=cmt_1#cmt_1',
  parent: { kind: 'challenge', id: 'chl_1', title: 'Ngõ ngập' },
  status: null,
  programme: null,
  ward: '00004',
  author: { id: 'per_1', name: 'Lê Thu Điệp' },
  organisation: null,
  images: [],
  support: 0,
  comments: 0,
  solutions: 0,
  publishedAt: null,
} as unknown as Found;

test('a comment leads to its place in the thread, with the subject it stands under', () => {
  expect(foundView(found, 'en')).toMatchObject({
    href: '/en/challenges/chl_1?around=cmt_1#cmt_1',
    parent: { title: 'Ngõ ngập', href: '/en/challenges/chl_1' },
    place: 'Ba Dinh Ward',
    by: 'Lê Thu Điệp',
  });
});

test('no HTML but marks comes into the page', () => {
  expect(foundView(found, 'vi').snippetHtml).toBe('<mark>Ngập</mark> tới &lt;script>');
});

test('an organisation does not stand as the maker of itself', () => {
  const organisation = {
    ...found,
    kind: 'organisation',
    organisation: { id: 'org_1', name: 'Sở' },
  } as unknown as Found;
  expect(foundView(organisation, 'vi').by).toBeNull();
});
