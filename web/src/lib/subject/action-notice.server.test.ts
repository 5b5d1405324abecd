import type { RequestEvent } from '@sveltejs/kit';
import { expect, test } from 'vitest';
import { leaveNotice, takeNotice } from './action-notice.server';

type Set = { name: string; value: string; path: string; secure: boolean; httpOnly: boolean; maxAge: number };

/** A browser that keeps its cookies from page to page. */
function browser() {
  const jar = new Map<string, Set>();
  const at = (address: string) => {
    const cookies = {
      get: (name: string) => jar.get(name)?.value,
      set: (name: string, value: string, attributes: Omit<Set, 'name' | 'value'>) =>
        jar.set(name, { ...attributes, name, value }),
      delete: (name: string, { path }: { path: string }) => jar.get(name)?.path === path && jar.delete(name),
    };
    return { url: new URL(address), cookies } as unknown as RequestEvent;
  };
  return { jar, at };
}

test('a notice is shown once, only on its page', () => {
  const { at } = browser();
  leaveNotice(at('https://hanoi.example/challenges/chl_1?/support'), 'supported', 12);
  expect(takeNotice(at('https://hanoi.example/challenges/chl_2'))).toBeNull();
  expect(takeNotice(at('https://hanoi.example/challenges/chl_1'))).toEqual({ action: 'supported', count: 12 });
  expect(takeNotice(at('https://hanoi.example/challenges/chl_1'))).toBeNull();
});

test('another page may be the one that tells it', () => {
  const { at } = browser();
  leaveNotice(at('https://hanoi.example/challenges/new'), 'opened', undefined, '/challenges/chl_1');
  expect(takeNotice(at('https://hanoi.example/challenges/new'))).toBeNull();
  expect(takeNotice(at('https://hanoi.example/challenges/chl_1'))).toEqual({ action: 'opened', count: null });
});

test('no neighbour can plant it: over https it has the prefix, with all that browsers ask of one that has', () => {
  const { jar, at } = browser();
  leaveNotice(at('https://hanoi.example/challenges/chl_1'), 'followed');
  expect([...jar.values()]).toMatchObject([
    { name: '__Host-notice', path: '/', secure: true, httpOnly: true, maxAge: 30 },
  ]);
  const planted = at('https://hanoi.example/challenges/chl_1');
  jar.clear();
  planted.cookies.set('notice', 'supported.9./challenges/chl_1', { path: '/' });
  expect(takeNotice(planted)).toBeNull();
});

test('over plain http, where the prefix is refused, it has another name', () => {
  const { jar, at } = browser();
  leaveNotice(at('http://localhost:3000/challenges/chl_1'), 'followed');
  expect([...jar.values()]).toMatchObject([{ name: 'notice', path: '/', secure: false }]);
});
