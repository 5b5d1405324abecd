import { ProblemError } from '@hanoi/core/api/client';
import { expect, test } from 'vitest';
import { sendOnce } from './once-key.server';

type Made = { id: number; words: string; isDeleted?: boolean };

/** An API that keeps `Idempotency-Key` as ours does. */
function api() {
  const made: Made[] = [];
  const byKey = new Map<string, Made>();
  const send = (words: string) => async (headers: Record<string, string>) => {
    const key = headers['idempotency-key'];
    const before = key === undefined ? undefined : byKey.get(key);
    if (before && before.words !== words)
      throw new ProblemError({
        type: '',
        title: '',
        status: 422,
        code: 'idempotency_key_reused',
        detail: '',
        errors: [],
      });
    if (before) return before;
    const one: Made = { id: made.length + 1, words };
    made.push(one);
    if (key !== undefined) byKey.set(key, one);
    return one;
  };
  const say = (nonce: string, words: string) =>
    sendOnce(nonce, { words }, send(words), (one: Made) => (one.isDeleted ? String(one.id) : undefined));
  return { made, say };
}

test('one form sent twice makes one; the same words in another form make another', async () => {
  const { say } = api();
  expect((await say('a', 'Đúng vậy')).id).toBe(1);
  expect((await say('a', 'Đúng vậy')).id).toBe(1);
  expect((await say('b', 'Đúng vậy')).id).toBe(2);
});

test('a form from the history with other words makes another, once', async () => {
  const { say } = api();
  await say('a', 'Đúng vậy');
  expect((await say('a', 'Chưa chắc')).id).toBe(2);
  expect((await say('a', 'Chưa chắc')).id).toBe(2);
});

test('a form from the history whose comment was deleted says it again, once', async () => {
  const { made, say } = api();
  const first = await say('a', 'Đúng vậy');
  first.isDeleted = true;
  expect((await say('a', 'Đúng vậy')).id).toBe(2);
  expect((await say('a', 'Đúng vậy')).id).toBe(2);
  made[1]!.isDeleted = true;
  expect((await say('a', 'Đúng vậy')).id).toBe(3);
  expect(made).toHaveLength(3);
});

test('a form without a nonce is sent as it is', async () => {
  const { say } = api();
  expect([(await say('', 'Đúng vậy')).id, (await say('', 'Đúng vậy')).id]).toEqual([1, 2]);
});
