import { expect, test } from 'vitest';
import { listOf, textOf, valuesOf } from './form-values';

function formOf(...entries: [string, string | File][]): FormData {
  const form = new FormData();
  for (const [name, value] of entries) form.append(name, value);
  return form;
}

test('texts come back by name, images as lists in their order', () => {
  const values = valuesOf(formOf(['title', 'Ngập'], ['imageId', 'upl_1'], ['imageId', 'upl_2'], ['imageAlt', '']));
  expect(values).toEqual({ title: 'Ngập', imageId: ['upl_1', 'upl_2'], imageAlt: [''] });
});

test('files and what belongs to signing in are not kept', () => {
  const file = new File(['x'], 'x.png');
  expect(valuesOf(formOf(['file', file], ['signInEmail', 'a@b.vn'], ['signInCode', '123456']))).toEqual({});
});

test('names that are not ours are not kept, whatever they reach for', () => {
  const values = valuesOf(formOf(['__proto__', 'x'], ['Title', 'x'], ['a b', 'x']));
  expect(Object.keys(values)).toEqual([]);
  expect(Object.getPrototypeOf(values)).toBe(Object.prototype);
});

test('a field of another shape reads as empty', () => {
  expect(textOf({ title: ['x'] }, 'title')).toBe('');
  expect(listOf({ imageId: 'upl_1' }, 'imageId')).toEqual([]);
});
