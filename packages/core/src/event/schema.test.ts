/** The events that timelines show, by the names that the API answers. */
import { expect, it } from 'vitest';
import { newId } from '../shared/ids.ts';
import { eventTypes, timelineEventSchema } from './schema.ts';

const ctx = { now: () => new Date('2026-03-01T00:00:00Z') };
const event = {
  id: newId('event', ctx),
  type: 'challenge_closed',
  at: '2026-03-01T00:00:00.000Z',
  actor: null,
  data: { reason: 'Đã xong' },
};
const fits = (over: object) => timelineEventSchema.safeParse({ ...event, ...over }).success;

it('have these names, and each kind its edits', () => {
  const names = ['challenge_raised', 'challenge_launched', 'challenge_closed', 'challenge_edited', 'challenge_hidden'];
  const ofSolutions = ['solution_submitted', 'solution_withdrawn', 'solution_edited'];
  expect(eventTypes).toEqual(expect.arrayContaining([...names, ...ofSolutions]));
  expect(fits({ type: 'challenge_burnt' })).toBe(false);
});

it('may be the system’s own, and tell texts, numbers and lists of texts', () => {
  expect(timelineEventSchema.parse(event)).toEqual({ ...event, organisation: null, moderators: false });
  expect([['title'], 5, null].map((fact) => fits({ data: { fact } }))).toEqual([true, true, true]);
  expect([{}, [5], true].map((fact) => fits({ data: { fact } }))).toEqual([false, false, false]);
  expect(fits({ id: newId('comment', ctx) })).toBe(false);
});
