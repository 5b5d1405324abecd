import { ProblemError } from '@hanoi/core/api/client';
import type { RequestEvent } from '@sveltejs/kit';
import { expect, test } from 'vitest';
import { failWith, messageOf } from './problems';

const at = (path: string) =>
  ({ url: new URL(path, 'https://hanoi.example'), locals: { requestId: 'req-1' } }) as unknown as RequestEvent;

const tooMany = (facts: object) =>
  new ProblemError({ type: '', title: '', status: 429, code: 'too_many_requests', detail: '', errors: [], ...facts });

test('somebody who writes too much reads how long to wait, and keeps what was typed', () => {
  const kept = { about: 'comment', values: { comment: 'Ngõ nhà tôi cũng ngập.' } };
  const { status, data } = failWith(at('/challenges/chl_1'), tooMany({ retryAfter: 661 }), kept);
  expect(status).toBe(429);
  expect(data).toMatchObject({
    ...kept,
    problem: { title: 'Bạn thao tác quá nhanh', detail: 'Hãy thử lại sau 12 phút.' },
  });
  const english = failWith(at('/en/challenges/chl_1'), tooMany({ retryAfter: 661 }), kept);
  expect(english.data.problem?.detail).toBe('Try again in 12 minutes.');
});

test('who waits for a code because of others reads how many seconds', () => {
  const problem = { type: '', title: '', status: 429, code: 'network_busy', detail: '', errors: [], retryAfter: 75 };
  const said = (path: string) => messageOf(at(path), problem);
  expect(said('/sign-in')).toEqual({
    title: 'Nhiều người đang đăng nhập từ cùng mạng với bạn',
    detail: 'Hãy chờ 75 giây rồi gửi lại.',
  });
  expect(said('/en/sign-in').detail).toBe('Wait 75 seconds, then send again.');
});

test('a wait of a moment is not counted', () => {
  const kept = { about: 'comment', values: {} };
  for (const facts of [{ retryAfter: 60 }, {}])
    expect(failWith(at('/challenges/chl_1'), tooMany(facts), kept).data.problem?.detail).toBe(
      'Hãy chờ một lát rồi thử lại.',
    );
});
