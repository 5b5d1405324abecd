/** Passages that are taken out of a text, and put back: exactly, in any order, and around what was edited meanwhile. */
import { expect, it } from 'vitest';
import { mark } from '../shared/mark.ts';
import { canBeTakenOut, ownersIn, putBack, takeOut } from './redaction.ts';

const text = 'Gọi 0912 345 678 hoặc 0912 345 678, gặp anh Nam ở số 5.';
const out = (from: string, passages: string[], owner = 'dec_1', owners: string[] = ownersIn(from, undefined)) =>
  takeOut(from, passages, { owner, owners });

it('goes out wherever it stands', () => {
  const { text: left, taken, owners } = out(text, ['0912 345 678', 'anh Nam']);
  expect(left).toBe('Gọi […] hoặc […], gặp […] ở số 5.');
  expect(taken).toEqual(['0912 345 678', '0912 345 678', 'anh Nam']);
  expect(owners).toEqual(['dec_1#0', 'dec_1#1', 'dec_1#2']);
});

it('leaves nothing of passages that overlap, hold each other or touch', () => {
  expect(out('abcdefgh', ['bcd', 'def'])).toMatchObject({ text: 'a[…]gh', taken: ['bcdef'] });
  expect(out('abcdefgh', ['cd', 'bcde', 'd'])).toMatchObject({ text: 'a[…]fgh', taken: ['bcde'] });
  expect(out('abcd', ['ab', 'cd'])).toMatchObject({ text: '[…][…]', taken: ['ab', 'cd'] });
  expect(out('aaaa', ['aa'])).toMatchObject({ text: '[…]', taken: ['aaaa'] });
});

it('comes back exactly, whatever the order of decisions', () => {
  const passages = ['Gọi', '0912 345 678', 'Nam', '5.'];
  for (const first of passages)
    for (const second of passages.filter((one) => one !== first)) {
      const one = out(text, [first], 'dec_1');
      const two = out(one.text, [second], 'dec_2', one.owners);
      const withoutOne = putBack(two.text, one.taken, { owner: 'dec_1', owners: two.owners });
      expect(withoutOne).toMatchObject({ complete: true, text: out(text, [second]).text });
      const back = putBack(withoutOne.text, two.taken, { owner: 'dec_2', owners: withoutOne.owners });
      expect(back).toEqual({ text, owners: [], complete: true });
    }
});

it('leaves the marks that their author wrote', () => {
  const quoted = `Báo viết: "${mark} số 12 ${mark}".`;
  const { text: left, owners, taken } = out(quoted, ['số 12']);
  expect(owners).toEqual(['', 'dec_1#0', '']);
  expect(putBack(left, taken, { owner: 'dec_1', owners })).toEqual({ text: quoted, owners: ['', ''], complete: true });
});

it('stays out where the marks were changed, and says so', () => {
  const { text: left, taken } = out(text, ['0912 345 678', 'anh Nam']);
  const edited = left.replace(mark, 'số khác');
  const owners = ownersIn(edited, ['dec_1#0', 'dec_1#1', 'dec_1#2']);
  expect(owners).toEqual(['', '']);
  expect(putBack(edited, taken, { owner: 'dec_1', owners })).toEqual({ text: edited, owners, complete: false });
});

it('is no passage when it is empty, or holds a mark', () => {
  expect(['a', '', ' ', `x ${mark}`].map(canBeTakenOut)).toEqual([true, false, false, false]);
});

it('takes a second for the longest text and the most passages', () => {
  const long = 'ab'.repeat(10_000);
  const { text: left } = out(
    long,
    Array.from({ length: 20 }, (_, index) => 'ab'.repeat(1_000 - index)),
  );
  expect(left).toBe(mark);
});
