/** Where two versions differ, in the words people read: whatever fields the form of a kind has. */
import type { RequestEvent } from '@sveltejs/kit';
import { expect, test } from 'vitest';
import { failConflict } from './edit-version.server.ts';
import type { FormValues } from './form-answer.ts';
import { mergeInto } from './merge-edits.server.ts';

const event = { url: new URL('https://hanoi.test/challenges/chl_1/edit') } as RequestEvent;
/** What both changed, of forms that were opened before either did. */
const differencesOf = (mine: FormValues, theirs: FormValues) =>
  failConflict(event, { about: 'save', values: mine }, theirs, mergeInto({ ...mine }, theirs), []).data.conflict;

const theirs: FormValues = {
  version: '3',
  title: 'Ngập ở ngã tư',
  lng: '105.8542',
  lat: '21.0285',
  deadline: 'tháng Sáu',
  imageId: ['upl_1'],
  imageAlt: ['Ngã tư'],
  imageThumbnail: ['/media/upl_1-s.webp'],
};

test('every field that differs is shown once, also one that only its kind has', () => {
  const mine = { ...theirs, version: '2', lng: '105.9', lat: '21.1', deadline: 'tháng Năm', imageAlt: ['Ngã tư ngập'] };
  expect(differencesOf(mine, theirs)).toEqual([
    { name: 'point', mine: '21.1, 105.9', theirs: '21.0285, 105.8542' },
    { name: 'deadline', mine: 'tháng Năm', theirs: 'tháng Sáu' },
    { name: 'images', mine: '1. Ngã tư ngập', theirs: '1. Ngã tư' },
  ]);
});

test('the newest version’s number goes on with what was typed', () => {
  const { values, conflict } = failConflict(
    event,
    { about: 'save', values: { ...theirs, version: '2' } },
    theirs,
    [],
    [],
  ).data;
  expect(values).toMatchObject({ title: 'Ngập ở ngã tư', version: '3' });
  expect(conflict).toEqual([]);
});
