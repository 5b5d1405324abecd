import { newDecisionSchema } from '@hanoi/core/moderation/schema';
import { expect, test } from 'vitest';
import { decisionInput } from './decision-input.server';

function formOf(fields: Record<string, string | string[]>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) for (const text of [value].flat()) form.append(name, text);
  return form;
}

const all = {
  action: 'hide',
  reason: 'spam',
  note: 'Số điện thoại ở dòng 2.',
  snippet: '',
  version: '3',
  until: '2026-12-31',
  passages: 'gọi 0912 345 678\n\n  số nhà 5 ',
  pictures: ['upl_01JDB8N0P4X7K2M9QW5T3RZ6VA'],
  programme: 'P5',
  tags: 'ngập lụt, thoát nước',
  into: 'https://sangkien.example.vn/challenges/chl_01JDB8N0P4X7K2M9QW5T3RZ6VA?x=1',
  groups: ['A', 'new'],
  evidence: '2',
};

test('what an action does not ask for does not go along', () => {
  expect(decisionInput(formOf(all))).toEqual({ action: 'hide', reason: 'spam', note: all.note, version: 3 });
  expect(decisionInput(formOf({ ...all, action: 'redact' }))).toMatchObject({
    passages: ['gọi 0912 345 678', 'số nhà 5'],
    pictures: all.pictures,
  });
  expect(decisionInput(formOf({ ...all, action: 'quarantine' }))).toMatchObject({ groups: ['A', 'new'], evidence: 2 });
  expect(decisionInput(formOf({ ...all, action: 'retag' }))).toMatchObject({
    programme: 'P5',
    tags: ['ngập lụt', 'thoát nước'],
  });
  const merge = { ...all, action: 'merge' };
  expect(decisionInput(formOf(merge)).into).toBe('chl_01JDB8N0P4X7K2M9QW5T3RZ6VA');
  expect(decisionInput(formOf({ ...merge, into: ' ngã tư ' })).into).toBe('ngã tư');
  expect(decisionInput(formOf({ ...all, action: 'retag', programme: '', tags: ' ' }))).not.toHaveProperty('tags');
});

test('a day ends when it ends in Hanoi, and one that is none is refused', () => {
  const until = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10);
  const suspend = decisionInput(formOf({ ...all, action: 'suspend', until }));
  expect(suspend.until).toBe(`${until}T16:59:59.000Z`);
  expect(newDecisionSchema.safeParse(suspend).success).toBe(true);
  const wrong = newDecisionSchema.safeParse(decisionInput(formOf({ ...all, action: 'limit', until: '' })));
  expect(wrong.error?.issues.map(({ path }) => path)).toEqual([['until']]);
});

test('a ready sentence stands before what was written', () => {
  const { note } = decisionInput(formOf({ ...all, snippet: 'Bài rao bán hàng.' }));
  expect(note).toBe('Bài rao bán hàng.\n\nSố điện thoại ở dòng 2.');
  expect(decisionInput(formOf({ ...all, snippet: 'Bài rao bán hàng.', note: ' ' })).note).toBe('Bài rao bán hàng.');
});
