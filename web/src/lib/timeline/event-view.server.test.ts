import { eventTypes, type TimelineEvent, votesEvents } from '@hanoi/core/event/schema';
import { expect, test } from 'vitest';
import { eventView } from './event-view.server';

function makeEvent(change: Partial<TimelineEvent>): TimelineEvent {
  const actor = { id: 'per_1', name: 'Lê An' } as TimelineEvent['actor'];
  const id = 'evt_1' as TimelineEvent['id'];
  return {
    id,
    type: 'challenge_raised',
    at: '2026-11-03T00:00:00Z',
    actor,
    moderators: false,
    organisation: null,
    data: {},
    ...change,
  };
}

const byPeople = eventTypes.filter((type) => !votesEvents.some((one) => one === type));

test.each(byPeople)('%s is described in both languages, with who did it', (type) => {
  const [vi, en] = [eventView(makeEvent({ type }), 'vi').sentence, eventView(makeEvent({ type }), 'en').sentence];
  expect(vi).toMatch(/^Lê An \S/);
  expect(en).toMatch(/^Lê An \S/);
  expect(vi).not.toBe(en);
});

test.each(votesEvents)('%s says how many, and which kind of reason, in the reader’s language', (type) => {
  const event = makeEvent({ type, actor: null, data: { votes: 1_200, setAsideFor: 'other' } });
  expect(eventView(event, 'vi')).toMatchObject({ sentence: expect.stringContaining('1.200'), reason: 'Lý do khác' });
  expect(eventView(event, 'en')).toMatchObject({
    sentence: expect.stringContaining('1,200'),
    reason: 'Something else',
  });
});

test('an edit names what it touched, a place once, and leaves out nothing', () => {
  const event = makeEvent({ type: 'challenge_edited', data: { fields: ['title', 'ward', 'point', 'unheard'] } });
  expect(eventView(event, 'vi').sentence).toBe('Lê An sửa tiêu đề, địa điểm và thông tin khác');
  expect(eventView(event, 'en').sentence).toBe('Lê An edited the title, place and details');
});

test('what nobody did, the system did', () => {
  expect(eventView(makeEvent({ type: 'challenge_closed', actor: null }), 'vi').sentence).toBe(
    'Hệ thống đóng thách thức',
  );
});

test('moderators are not named', () => {
  const sentence = (type: TimelineEvent['type'], data = {}) =>
    eventView(makeEvent({ type, actor: null, data }), 'vi').sentence;
  expect(sentence('challenge_hidden')).toBe('Người kiểm duyệt ẩn thách thức');
  expect(sentence('solution_restored')).toBe('Người kiểm duyệt cho giải pháp hiện trở lại');
  expect(sentence('challenge_edited', { fields: ['body'] })).toBe('Người kiểm duyệt sửa nội dung');
});

test('solutions and reasons come along', () => {
  const data = { solution: 'sol_1', title: 'Lưới chắn rác', reason: 'Đã xong' };
  expect(eventView(makeEvent({ data }), 'vi')).toMatchObject({
    answer: { path: '/solutions/sol_1', title: 'Lưới chắn rác' },
    reason: 'Đã xong',
  });
});

test('a solution that is hidden is not linked', () => {
  const event = makeEvent({ type: 'solution_submitted', data: { solution: 'sol_1', title: '' } });
  expect(eventView(event, 'vi')).toMatchObject({ sentence: 'Lê An gửi giải pháp', answer: null });
});

test('what an officer did names the agency first', () => {
  const organisation = { id: 'org_1', name: 'UBND phường Cửa Nam', kind: 'agency' } as TimelineEvent['organisation'];
  expect(eventView(makeEvent({ organisation }), 'vi').sentence).toMatch(/^UBND phường Cửa Nam · Lê An \S/);
});
