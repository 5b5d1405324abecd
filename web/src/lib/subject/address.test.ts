import { expect, test } from 'vitest';
import { actionAddress, pageAddress } from './address';

const at = (query: string) => new URL(`http://localhost/en/challenges/chl_1${query}`);

test('a page keeps its place in its lists, and leaves the action it came from', () => {
  expect(pageAddress(at('?/support&thread=abc&solutions=new'))).toBe('/en/challenges/chl_1?thread=abc&solutions=new');
  expect(pageAddress(at(''))).toBe('/en/challenges/chl_1');
});

test('what opened a form once does not go along', () => {
  expect(pageAddress(at('?reply=cmt_1&edit=cmt_2&thread=abc'), {}, '#cmt_3')).toBe(
    '/en/challenges/chl_1?thread=abc#cmt_3',
  );
});

test('changes set and take out', () => {
  const address = pageAddress(at('?thread=abc&from=x'), { thread: null, solutions: 'new' }, '#solutions');
  expect(address).toBe('/en/challenges/chl_1?from=x&solutions=new#solutions');
});

test('an action comes first in the query, where SvelteKit looks for it, and its slash stays a slash', () => {
  expect(actionAddress(at('?/comment&thread=abc'), 'comment', '#reply', { reply: 'cmt_1' })).toBe(
    '?/comment&thread=abc&reply=cmt_1#reply',
  );
  expect(actionAddress(at(''), 'support')).toBe('?/support');
});
