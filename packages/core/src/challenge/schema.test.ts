/** What a challenge is when little is said of it, and what may be changed of it. */
import { expect, it } from 'vitest';
import { newId } from '../shared/ids.ts';
import { z } from '../shared/zod.ts';
import { makeNewChallenge } from '../testing/challenge.ts';
import { challengeChangeSchema, challengeFilterFields, closeChallengeSchema, newChallengeSchema } from './schema.ts';

const { title, summary, body, programme } = makeNewChallenge();
const least = { title, summary, body, programme };
const changes = (change: object) => challengeChangeSchema.safeParse(change).success;

it('is raised at once by its author alone, without tags, pictures, place or end, where nothing else is said', () => {
  expect(newChallengeSchema.parse(least)).toEqual({
    ...least,
    kind: 'raised',
    tags: [],
    ward: null,
    point: null,
    images: [],
    organisation: null,
    closesAt: null,
    draft: false,
  });
});

it('is unfinished only as a draft, and not even that without a word', () => {
  const fits = (input: object) => newChallengeSchema.safeParse(input).success;
  expect([{ title, draft: true }, { title }, { ...least, programme: null }].map(fits)).toEqual([true, false, false]);
  expect(fits({ draft: true })).toBe(false);
});

it('is made in the name of an organisation, and of nothing else', () => {
  const fits = (id: string) => newChallengeSchema.safeParse({ ...least, organisation: id }).success;
  expect(
    [newId('organisation', { now: () => new Date() }), newId('person', { now: () => new Date() })].map(fits),
  ).toEqual([true, false]);
});

it('is changed on the version that was edited, in any of its fields, and never back into a draft', () => {
  expect([{ title }, { version: 0, title }, { version: 1.5, title }].map(changes)).toEqual([false, false, false]);
  expect([{ version: 1 }, { version: 7, title }, { version: 7, draft: false }].map(changes)).toEqual([
    true,
    true,
    true,
  ]);
  expect(
    [
      { version: 7, draft: true },
      { version: 7, kind: 'launched' },
    ].map(changes),
  ).toEqual([false, false]);
});

it('is closed for a reason of 3 to 500 characters, and nothing else is said', () => {
  const fits = (input: object) => closeChallengeSchema.safeParse(input).success;
  expect([2, 3, 500, 501].map((length) => fits({ reason: 'x'.repeat(length) }))).toEqual([false, true, true, false]);
  expect([{}, { reason: 'Đã xong', status: 'open' }].map(fits)).toEqual([false, false]);
});

it('stands in lists of these orders, the newest first where none is asked for', () => {
  const filter = z.object(challengeFilterFields);
  expect(filter.parse({})).toEqual({ sort: 'new' });
  const sorts = ['new', 'top', 'trending', 'closing', 'old', ''];
  expect(sorts.filter((sort) => filter.safeParse({ sort }).success)).toEqual(['new', 'top', 'trending', 'closing']);
});
