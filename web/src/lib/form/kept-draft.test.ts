import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { forget, forgetOthers, keep, readKept, saysTheSame, takeOver } from './kept-draft';

const page = '/challenges/new';
const [lan, minh, nobody] = ['per_1', 'per_2', undefined].map((person) => ({ page, person }));

/** The items of a storage stand on it as its properties, as in browsers. */
function storage() {
  const items: Record<string, string> = {};
  return Object.defineProperties(items, {
    getItem: { value: (name: string) => items[name] ?? null },
    setItem: { value: (name: string, value: string) => void Object.assign(items, { [name]: value }) },
    removeItem: { value: (name: string) => void delete items[name] },
  });
}

beforeEach(() => {
  vi.stubGlobal('localStorage', storage());
  vi.stubGlobal('sessionStorage', storage());
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('what was kept comes back, for that page and person only, until it is forgotten', () => {
  expect(keep(lan!, { title: 'Ngập' })).toBe(true);
  expect(readKept(lan!)?.values).toEqual({ title: 'Ngập' });
  for (const other of [minh!, nobody!, { page: '/challenges/chl_1/edit', person: 'per_1' }])
    expect(readKept(other)).toBeUndefined();
  forget(lan!);
  expect(readKept(lan!)).toBeUndefined();
});

test('what nobody began stays in its tab, and becomes the draft of who signs in there', () => {
  keep(nobody!, { title: 'Ngập' });
  vi.stubGlobal('sessionStorage', storage());
  takeOver(minh!);
  expect(readKept(minh!), 'another tab, or the next day').toBeUndefined();
  keep(nobody!, { title: 'Ngập' });
  takeOver(lan!);
  expect(readKept(lan!)?.values).toEqual({ title: 'Ngập' });
  takeOver(minh!);
  expect(readKept(minh!), 'it has moved').toBeUndefined();
});

test('who signs out leaves nothing on the device, nor does who used it before the next person', () => {
  keep(lan!, { title: 'Của Lan' });
  keep(minh!, { title: 'Của Minh' });
  keep(nobody!, { title: 'Vừa viết' });
  forgetOthers('per_2');
  expect([readKept(lan!), readKept(minh!)?.values.title, readKept(nobody!)?.values.title]).toEqual([
    undefined,
    'Của Minh',
    'Vừa viết',
  ]);
  forgetOthers();
  expect([readKept(minh!), readKept(nobody!)]).toEqual([undefined, undefined]);
});

test('after a month it is let go', () => {
  keep(lan!, { title: 'Ngập' });
  vi.useFakeTimers({ now: Date.now() + 31 * 86_400_000 });
  expect(readKept(lan!)).toBeUndefined();
});

test('a browser that keeps nothing is no fault', () => {
  vi.stubGlobal('localStorage', undefined);
  expect(keep(lan!, { title: 'Ngập' })).toBe(false);
  expect(readKept(lan!)).toBeUndefined();
  forgetOthers();
});

test('forms say the same when their texts and images do', () => {
  expect(saysTheSame({ title: 'a ', key: '1' }, { title: 'a', key: '2', tags: '' })).toBe(true);
  expect(saysTheSame({ title: 'a' }, { title: 'b' })).toBe(false);
  expect(saysTheSame({ imageId: ['1', '2'] }, { imageId: ['2', '1'] })).toBe(false);
});
