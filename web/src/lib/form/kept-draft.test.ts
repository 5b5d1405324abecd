import { afterEach, expect, test, vi } from 'vitest';
import { draftKey, forget, keep, readKept, saysTheSame } from './kept-draft';

const key = draftKey('/challenges/new', 'per_1');
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function browserStorage() {
  const items = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => items.get(name) ?? null,
    setItem: (name: string, value: string) => items.set(name, value),
    removeItem: (name: string) => items.delete(name),
  });
}

test('what was kept comes back, for that page and person only, until it is forgotten', () => {
  browserStorage();
  expect(keep(key, { title: 'Ngập' })).toBe(true);
  expect(readKept(key)?.values).toEqual({ title: 'Ngập' });
  expect(readKept(draftKey('/challenges/new', undefined))).toBeUndefined();
  forget(key);
  expect(readKept(key)).toBeUndefined();
});

test('after a month it is let go', () => {
  browserStorage();
  keep(key, { title: 'Ngập' });
  vi.useFakeTimers({ now: Date.now() + 31 * 86_400_000 });
  expect(readKept(key)).toBeUndefined();
});

test('a browser that keeps nothing is no fault', () => {
  vi.stubGlobal('localStorage', undefined);
  expect(keep(key, { title: 'Ngập' })).toBe(false);
  expect(readKept(key)).toBeUndefined();
});

test('forms say the same when their texts and images do', () => {
  expect(saysTheSame({ title: 'a ', key: '1' }, { title: 'a', key: '2', tags: '' })).toBe(true);
  expect(saysTheSame({ title: 'a' }, { title: 'b' })).toBe(false);
  expect(saysTheSame({ imageId: ['1', '2'] }, { imageId: ['2', '1'] })).toBe(false);
});
