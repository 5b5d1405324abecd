import { expect, test } from 'vitest';
import { answerNow } from './compose-result';

const action = new URL('http://site/challenges/new?/findWard');

test('what was typed since stays, what the server changed is taken over', () => {
  const sent = { title: 'Ngập', ward: '', wardQuery: 'truc bach', imageId: ['1'] };
  const now = { ...sent, title: 'Ngập nặng' };
  const data = { about: 'findWard', values: { ...sent, ward: '00004', wardQuery: '' } };
  const answer = answerNow({ type: 'success', status: 200, data }, action, sent, now, 'vi');
  expect(answer.values).toEqual({ title: 'Ngập nặng', ward: '00004', wardQuery: '', imageId: ['1'] });
});

test('when there is no answer at all, everything stays and a message is shown', () => {
  const answer = answerNow({ type: 'error', error: new Error() }, action, {}, { title: 'Ngập' }, 'en');
  expect(answer.about).toBe('findWard');
  expect(answer.values).toEqual({ title: 'Ngập' });
  expect(answer.problem?.title).toContain('trouble');
});

test('without a connection that is what is said; of a refusal, its own words', () => {
  const failed = answerNow(
    { type: 'error', error: new TypeError('Failed to fetch') },
    action,
    {},
    { title: 'Ngập' },
    'vi',
  );
  expect(failed).toMatchObject({
    values: { title: 'Ngập' },
    problem: { code: 'connection_lost', title: 'Mất kết nối' },
  });
  const error = { message: 'Dữ liệu gửi lên quá lớn', detail: 'Hãy rút gọn nội dung.' };
  expect(answerNow({ type: 'error', status: 413, error }, action, {}, {}, 'vi').problem).toMatchObject({
    title: error.message,
    detail: error.detail,
  });
});
