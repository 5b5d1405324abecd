/** What is typed is a flag and a value that fits it, or a sentence says what is wrong. */
import { defaultFlags } from '@hanoi/core/flag/schema';
import { expect, test } from 'vitest';
import { describeFlags, readWish } from './flag.ts';

test.each([
  [[], undefined],
  [['comments', 'off'], { name: 'comments', value: false }],
  [['readOnly', 'on'], { name: 'readOnly', value: true }],
  [['banner', 'Bảo trì', 'Maintenance'], { name: 'banner', value: { vi: 'Bảo trì', en: 'Maintenance' } }],
  [['banner', 'off'], { name: 'banner', value: null }],
  [['eid', 'support', 'comments'], { name: 'eid', value: ['support', 'comments'] }],
  [['eid', 'off'], { name: 'eid', value: [] }],
])('%j', (typed, wish) => expect(readWish(typed)).toEqual(wish));

test.each([
  [['comment', 'off'], 'There is no flag “comment”'],
  [['toString', 'off'], 'There is no flag “toString”'],
  [['comments'], 'npm run flag'],
  [['comments', 'maybe'], 'npm run flag'],
  [['comments', 'off', 'now'], 'npm run flag'],
  [['banner', 'Chỉ một tiếng'], 'npm run flag'],
  [['eid'], 'npm run flag'],
  [['eid', 'signIn'], 'npm run flag'],
  [['banner', ' ', 'Maintenance'], 'npm run flag'],
])('%j is refused', (typed, said) => expect(() => readWish(typed)).toThrow(said));

test('what is not as usual is marked', () => {
  const shown = describeFlags({ ...defaultFlags, comments: false, banner: { vi: 'Bảo trì', en: 'Maintenance' } });
  expect(shown.match(/^\*.*$/gm)).toEqual([expect.stringMatching(/comments +off/), expect.stringContaining('Bảo trì')]);
});
