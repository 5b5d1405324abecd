import { expect, test } from 'vitest';
import type { FormValues } from './form-answer';
import { mergeInto, withBase } from './merge-edits.server';

const opened = () =>
  withBase({
    version: '1',
    title: 'Ngập',
    summary: 'Mưa là ngập',
    body: 'Dòng một\nDòng hai',
    imageId: ['upl_1'],
    imageAlt: ['Ngõ'],
  });
const newer = (change: FormValues) => withBase({ ...opened(), version: '2', ...change });
/** A form as a browser sends it back. */
const sent = (change: FormValues) => ({ ...opened(), body: 'Dòng một\r\nDòng hai', ...change });

test('what one did not touch is taken from the newer version, what one changed stays', () => {
  const mine = sent({ title: 'Ngập nặng' });
  expect(
    mergeInto(mine, newer({ summary: 'Mưa 50 mm là ngập', imageId: ['upl_1', 'upl_2'], imageAlt: ['Ngõ', ''] })),
  ).toEqual([]);
  expect(mine).toMatchObject({
    version: '2',
    title: 'Ngập nặng',
    summary: 'Mưa 50 mm là ngập',
    imageId: ['upl_1', 'upl_2'],
    body: 'Dòng một\r\nDòng hai',
  });
});

test('only what both changed is asked about; sent again, it stands', () => {
  const mine = sent({ title: 'Ngập nặng', summary: 'Như nhau' });
  const newest = newer({ title: 'Ngập sâu', summary: 'Như nhau', body: 'Khác' });
  expect(mergeInto(mine, newest)).toEqual(['title']);
  expect(mine).toMatchObject({ version: '2', title: 'Ngập nặng', body: 'Khác' });
  expect(mergeInto(mine, newest)).toEqual([]);
  expect(mergeInto(mine, { ...newest, version: '3' }), 'the base is the newer version now').toEqual([]);
});

test('a form without a base loses nothing: all that differs is asked about', () => {
  for (const base of ['', 'null', '{'])
    expect(mergeInto(sent({ base, title: 'Ngập nặng' }), newer({ summary: 'Khác' }))).toEqual(['title', 'summary']);
});
