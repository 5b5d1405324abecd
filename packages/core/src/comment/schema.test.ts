/** What comments may hold, and how long they can be edited. */
import { expect, it } from 'vitest';
import { newId } from '../shared/ids.ts';
import { commentChangeSchema, commentSchema, editWindow, newCommentSchema } from './schema.ts';

const fits = (input: unknown) => newCommentSchema.safeParse(input).success;

it('has 2 to 4,000 characters, new and edited, and is described so', () => {
  const bodies = [1, 2, 4_000, 4_001].map((length) => ({ body: 'ệ'.repeat(length) }));
  expect(bodies.map(fits)).toEqual([false, true, true, false]);
  expect(bodies.map((body) => commentChangeSchema.safeParse(body).success)).toEqual([false, true, true, false]);
  expect(newCommentSchema.shape.body.meta()?.description).toBe('Markdown, 2 to 4,000 characters');
});

it('can be edited for half an hour', () => expect(editWindow).toBe(30 * 60 * 1_000));

it('is neutral, begins a thread and speaks for its author where nothing else is said', () => {
  const body = 'Đúng vậy';
  expect(newCommentSchema.parse({ body })).toEqual({ body, stance: 'neutral', parentId: null, organisation: null });
});

it('is for, against or neutral', () => {
  const body = 'Đúng vậy';
  expect(commentSchema.shape.stance.options).toEqual(['for', 'against', 'neutral']);
  expect(fits({ body, stance: 'unsure' })).toBe(false);
});

it('takes no field that it does not know', () => {
  expect(fits({ body: 'Đúng vậy', status: 'hidden' })).toBe(false);
  expect(commentChangeSchema.safeParse({ body: 'Đúng vậy', status: 'hidden' }).success).toBe(false);
});

it('is edited in its words, its stance or both, never in nothing', () => {
  const changes = [
    { body: 'Sai rồi' },
    { stance: 'against' },
    { body: 'Sai rồi', stance: 'against' },
    { version: 1 },
    {},
  ];
  const outcomes = changes.map((change) => commentChangeSchema.safeParse(change).success);
  expect(outcomes).toEqual([true, true, true, false, false]);
});

it('is edited on a version from 1 on', () => {
  const outcomes = [0, 1, 1.5].map((version) => commentChangeSchema.safeParse({ body: 'Sai rồi', version }).success);
  expect(outcomes).toEqual([false, true, false]);
});

it('answers a comment, and speaks for an organisation', () => {
  const id = (kind: 'comment' | 'organisation' | 'challenge') => newId(kind, { now: () => new Date() });
  const body = 'Đúng vậy';
  expect(fits({ body, parentId: id('comment'), organisation: id('organisation') })).toBe(true);
  expect(fits({ body, parentId: id('challenge') })).toBe(false);
  expect(fits({ body, organisation: id('comment') })).toBe(false);
});
