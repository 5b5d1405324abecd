import { ProblemError } from '@hanoi/core/api/client';
import type { RequestEvent } from '@sveltejs/kit';
import { expect, test } from 'vitest';
import { failWith, messageOf, throwPage } from './problems';

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

test('a pin outside its ward is refused with the names of both, in the language of the page', () => {
  const facts = {
    code: 'point_not_in_ward',
    status: 400,
    errors: [{ path: '/point', code: 'point_not_in_ward', message: '' }],
    pointWard: { code: '00070', name: 'Phường Hoàn Kiếm', nameEn: 'Hoan Kiem Ward' },
    ward: { code: '00199', name: 'Phường Láng', nameEn: 'Lang Ward' },
  };
  const kept = { about: 'publish', values: { ward: '00199' } };
  const { data } = failWith(at('/challenges/new'), tooMany(facts), kept);
  expect(data.fieldErrors?.point).toBe('Vị trí ghim nằm ở Phường Hoàn Kiếm, không phải Phường Láng.');
  const english = failWith(at('/en/challenges/new'), tooMany(facts), kept);
  expect(english.data.problem?.detail).toContain('The pin lies in Hoan Kiem Ward, not in Lang Ward.');
});

test('the page of what moderators hid says when, and for which reason', () => {
  const problem = tooMany({
    status: 404,
    code: 'challenge_not_found',
    hidden: { kind: 'challenge', reason: 'spam', at: '2026-11-27T20:00:00Z' },
  }).problem;
  expect(messageOf(at('/challenges/chl_1'), problem)).toEqual({
    title: 'Nội dung này đã bị ẩn',
    detail: 'Nội dung bị ẩn ngày 28/11/2026 theo kết quả kiểm duyệt. Lý do: Quảng cáo, tin rác.',
  });
  expect(messageOf(at('/en/challenges/chl_1'), problem).title).toBe('This was hidden');
});

test('a page for people says when to come again, and a search that is not ready is no fault to quote', () => {
  const headers: Record<string, string> = {};
  const event = { ...at('/tim-kiem?q=x'), setHeaders: (given: object) => Object.assign(headers, given) };
  const thrown = tooMany({ status: 503, code: 'search_not_ready', retryAfter: 3 });
  expect(() => throwPage(event as unknown as RequestEvent, thrown)).toThrow(
    expect.objectContaining({
      status: 503,
      body: expect.not.objectContaining({ requestId: expect.anything() }),
    }),
  );
  expect(headers).toEqual({ 'retry-after': '3' });
});
