/** Halves of characters and NUL are found wherever they stand. */
import { expect, it } from 'vitest';
import { brokenAt, isWhole } from './whole.ts';

it.each([
  ['Ngõ 5 😀', true],
  ['', true],
  ['\ud800', false],
  ['a\udc00b', false],
  ['\0', false],
])('%j: %s', (text, whole) => expect(isWhole(text)).toBe(whole));

it.each([
  [{ title: 'x', tags: ['a', '\ud83d'] }, '/tags/1'],
  ['\0', '/'],
  [{ '\ud800': 1 }, '/'],
  [{ a: { '\0': 1 } }, '/a'],
  [{ title: 'x', tags: ['a'], point: null, count: 5 }, undefined],
])('%j is broken at %s', (value, path) => expect(brokenAt(value)).toBe(path));

it('looks as deep as JSON goes', () => {
  const depth = 200_000;
  const deep = JSON.parse('[1]') as unknown[];
  let inner = deep;
  for (let level = 0; level < depth; level++) {
    const next: unknown[] = ['x'];
    inner.push(next);
    inner = next;
  }
  expect(brokenAt(deep)).toBeUndefined();
  inner.push('\ud800');
  expect(brokenAt(deep)).toMatch(/^\/1\/1/);
});
